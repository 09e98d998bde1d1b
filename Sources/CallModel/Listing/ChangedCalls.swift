/// Which calls somebody who keeps something up beside the board has still to look at: those that have
/// changed, that time alone changes, and that they do not know yet.
struct ChangedCalls: Sendable {
  /// When time alone makes a call come or go.
  private var deadlines = OrderedIndex<CallMoment>()
  private var dues: [Int: CallMoment] = [:]
  /// As many changes of the board were taken in.
  private var seen: UInt64 = 0
  /// Calls that have changed since they were looked at.
  private var pending: Set<Int> = []
  /// All slots before this one were looked at.
  private var next = 0
  /// True once none was left.
  private(set) var hasSeenAll = false

  /// False where it is too long ago that the board was looked at: all has to be looked at anew.
  mutating func take(changesOf board: borrowing CallBoard) -> Bool {
    let changed = board.changedSlots(since: seen)
    if changed == nil { self = ChangedCalls() }
    pending.formUnion(changed ?? [])
    seen = board.changeCount
    return changed != nil
  }

  /// The slot to be looked at next, which is not due any more; nil where none is left.
  mutating func popSlot(_ board: borrowing CallBoard, _ now: Instant) -> Int? {
    let slot = nextSlot(board, now)
    if slot == nil { hasSeenAll = true }
    if let slot, let due = dues.removeValue(forKey: slot) { deadlines.remove(due) }
    return slot
  }

  private mutating func nextSlot(_ board: borrowing CallBoard, _ now: Instant) -> Int? {
    if let slot = pending.popFirst() { return slot }
    if let due = deadlines.first, due.moment <= now { return due.slot }
    guard next < board.entries.count else { return nil }
    defer { next += 1 }
    return next
  }

  /// The slot is to be looked at again then, also where nothing is told of it.
  mutating func setDue(_ moment: Instant?, _ slot: Int) {
    guard let moment else { return }
    let due = CallMoment(moment: moment, slot: slot)
    dues[slot] = due
    deadlines.insert(due)
  }

  /// True where nothing is left to be looked at.
  func isEmpty(_ board: borrowing CallBoard, _ now: Instant) -> Bool {
    pending.isEmpty && next >= board.entries.count
      && deadlines.first.map { $0.moment > now } ?? true
  }
}
