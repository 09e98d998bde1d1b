extension ListPage where Row: FilterSubject {
  /// A page of a list that is short enough to be looked at whole: the rows that a filter wants,
  /// sorted by `value` where that is given.
  package init(
    _ cursor: ListCursor, height: Int, of rows: [Row], filter: CallFilter, now: Instant,
    sortedBy value: ((Row) -> SortValue)?, descending: Bool, id: (Row) -> String
  ) {
    let compiled = CompiledFilter(filter)
    var wanted = rows.filter { compiled.matches($0, now: now) }
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
    unfiltered = filter == .everything ? nil : rows.count
  }
}
