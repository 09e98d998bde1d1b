import CallModel

/// A column of a list, with what stands in it.
struct ListColumn<Row>: Sendable {
  var column: Table.Column
  var field: @Sendable (_ row: Row, _ context: RowContext) -> Table.Field

  init(
    _ name: String, _ title: String, _ width: Int, _ widest: Int, isRight: Bool = false,
    isPlainText: Bool = false, steady: Int = 0, rank: Int,
    field: @escaping @Sendable (_ row: Row, _ context: RowContext) -> Table.Field
  ) {
    column = Table.Column(
      name: name, title: title, width: width, widest: widest, isRight: isRight,
      isPlainText: isPlainText, steady: steady, rank: rank)
    self.field = field
  }
}

/// What a row's looks depend on beside the row.
struct RowContext: Sendable {
  var now: Instant
  var settings: ScreenSettings
  var isSelected: Bool
  /// It has changed within the last second.
  var isChanged: Bool
  /// Somebody has marked it.
  var isMarked: Bool

  var signs: Signs { settings.signs }
}

/// A row of a list that can be selected.
protocol ListRow: Sendable {
  /// What it is found again by.
  var id: String { get }
  var changedAt: Instant? { get }
}

extension CallRow: ListRow {
  var id: String { call.sid }
}

extension Agent: ListRow {
  var id: String { number.key }
}

extension WireRow: ListRow {
  var id: String { String(sequence) }
  var changedAt: Instant? { nil }
}
