/// What the screen remembers for the next time.
package struct ScreenHabits: Hashable, Sendable {
  /// The lists whose columns or order were chosen.
  package var layouts: [ListKind: ListLayout] = [:]
  /// The filters that were used, the last one first.
  package var filters: [String] = []

  /// So many filters are remembered.
  package static let filterLimit = 50

  package init() {}

  mutating func remember(_ filter: String) {
    filters.removeAll { $0 == filter }
    filters.insert(filter, at: 0)
    filters = Array(filters.prefix(Self.filterLimit))
  }
}

/// What the last line says of something that was done, or could not be.
package struct ScreenNotice: Hashable, Sendable {
  package var text: String
  package var isFault: Bool

  package init(_ text: String, isFault: Bool = false) {
    self.text = text
    self.isFault = isFault
  }
}
