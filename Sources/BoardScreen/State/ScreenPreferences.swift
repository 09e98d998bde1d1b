/// What the screen remembers for the next time.
package struct ScreenPreferences: Hashable, Sendable {
  /// What an order was chosen to be.
  package enum ChosenOrder: Hashable, Sendable {
    /// The list's own.
    case own
    case by(ListOrder)

    init(_ order: ListOrder?) { self = order.map(ChosenOrder.by) ?? .own }

    var order: ListOrder? { if case .by(let order) = self { order } else { nil } }
  }

  /// Of the lists for which they were chosen.
  package var columns: [ListKind: [String]] = [:]
  package var orders: [ListKind: ChosenOrder] = [:]
  /// The filters that were used, the last one first.
  package var filters: [String] = []

  /// The number of filters that are remembered.
  package static let filterLimit = 50

  package init() {}

  mutating func remember(_ filter: String) {
    filters.removeAll { $0 == filter }
    filters.insert(filter, at: 0)
    filters = Array(filters.prefix(Self.filterLimit))
  }
}
