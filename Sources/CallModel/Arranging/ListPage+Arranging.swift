extension ListPage {
  /// A page of a list that is short enough to be looked at whole: those rows that `matches` wants,
  /// sorted by `value` where that is given. Says of how many they are.
  package init(
    _ cursor: ListCursor, height: Int, of rows: [Row], where matches: (Row) -> Bool,
    sortedBy value: ((Row) -> SortValue)?, descending: Bool, id: (Row) -> String
  ) {
    var wanted = rows.filter(matches)
    if let value {
      let keyed = wanted.enumerated().map { (place: $0, value: value($1), row: $1) }
      wanted = keyed.sorted {
        $0.value.precedes($1.value, descending: descending) ?? ($0.place < $1.place)
      }.map(\.row)
    }
    self.init(
      cursor, height: height, total: wanted.count,
      position: { sought in wanted.firstIndex { id($0) == sought } },
      slice: { Array(wanted[$0]) })
    unfiltered = rows.count
  }
}
