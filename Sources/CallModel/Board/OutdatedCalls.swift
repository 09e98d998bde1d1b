/// Calls that are to be folded again, as a fact of the account has changed them, each once.
struct OutdatedCalls: Sendable {
  private var slots: [Int] = []
  private var next = 0
  private var members: Set<Int> = []

  var isEmpty: Bool { members.isEmpty }

  mutating func add(_ slot: Int) {
    guard members.insert(slot).inserted else { return }
    slots.append(slot)
  }

  /// Takes out one that has been folded anyway.
  mutating func remove(_ slot: Int) { members.remove(slot) }

  /// The one that was added first; nil where there is none.
  mutating func pop() -> Int? {
    while next < slots.count {
      let slot = slots[next]
      next += 1
      if next == slots.count { (slots, next) = ([], 0) }
      if members.remove(slot) != nil { return slot }
    }
    return nil
  }
}
