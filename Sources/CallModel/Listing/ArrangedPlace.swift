/// The place of a call in a list that is sorted by something.
struct ArrangedPlace: Comparable, Sendable {
  let value: SortValue
  let isDescending: Bool
  /// The list's own order, for calls that are equal.
  private let rank: Int
  private let clock: Int64
  let slot: Int

  init(_ row: CallRow, _ slot: Int, _ order: SortOrder<CallSorting>?) {
    value = order?.key.value(row) ?? .unknown
    isDescending = order?.isDescending ?? false
    rank = row.call.isLive ? LivePlace(row.call, slot).rank : .max
    let clock = row.call.clock.milliseconds
    self.clock = row.call.isLive ? clock : -clock
    self.slot = slot
  }

  static func < (left: ArrangedPlace, right: ArrangedPlace) -> Bool {
    left.value.precedes(right.value, descending: left.isDescending)
      ?? ((left.rank, left.clock, left.slot) < (right.rank, right.clock, right.slot))
  }
}
