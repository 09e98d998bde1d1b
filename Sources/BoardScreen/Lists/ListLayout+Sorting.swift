extension ListLayout {
  /// All columns of a list, in its own order.
  init(_ kind: ListKind) { self.init(columns: kind.columns) }

  /// A column is sorted by, then the other way round; figures the highest first.
  mutating func sort(by column: Table.Column) {
    if order?.column == column.name {
      order?.isDescending.toggle()
    } else {
      order = ListOrder(column: column.name, isDescending: column.isRight)
    }
  }

  /// Goes to the next of the columns that have room; behind the last one is the list's own order.
  mutating func sortByNext(of kind: ListKind, among shown: Set<String>) {
    let place = order.flatMap { columns.firstIndex(of: $0.column) } ?? -1
    let next = columns.dropFirst(place + 1).first(where: shown.contains)
    let column = kind.specifications.first { $0.name == next }
    order = column.map { ListOrder(column: $0.name, isDescending: $0.isRight) }
  }
}
