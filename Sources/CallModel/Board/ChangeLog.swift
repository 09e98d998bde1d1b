/// Which calls, or which agents, have changed lately, for those who keep something up beside the board.
struct ChangeLog: Sendable {
  private static let capacity = 8_192
  private var slots: [Int32] = []
  /// Changes since the start.
  private(set) var count: UInt64 = 0

  init() {}

  /// Knows nothing of what was changed before.
  init(after count: UInt64) {
    let capacity = UInt64(Self.capacity)
    // The first change goes to the first place.
    self.count = (count / capacity + 1) * capacity
  }

  mutating func append(_ slot: Int) {
    if slots.count < Self.capacity {
      slots.append(Int32(truncatingIfNeeded: slot))
    } else {
      slots[Int(count % UInt64(Self.capacity))] = Int32(truncatingIfNeeded: slot)
    }
    count += 1
  }

  /// The places of those that have changed since there were `earlier` changes, each once; nil where
  /// that is too long ago.
  func since(_ earlier: UInt64) -> Set<Int>? {
    guard earlier <= count, count - earlier <= UInt64(slots.count) else { return nil }
    return Set((earlier..<count).map { Int(slots[Int($0 % UInt64(Self.capacity))]) })
  }
}
