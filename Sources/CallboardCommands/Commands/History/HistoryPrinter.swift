import CallModel

/// Prints past calls: as they come, but for the rows of a table, which are in the order in which the calls
/// began.
struct HistoryPrinter {
  private var lines: CallLines
  private var output = StandardOutput()
  private let isTable: Bool
  /// Those of a table, each with when its call began.
  private var rows: [(startedAt: Instant, bytes: [UInt8])] = []

  init(format: HistoryCommand.Format, zone: AccountZone) {
    lines = CallLines(format: format, zone: zone)
    isTable = format == .table
  }

  mutating func begin() {
    if !isTable { output.write(lines.beginning.utf8) }
  }

  mutating func take(_ row: CallRow) {
    let bytes = lines.text(row)
    if isTable {
      rows.append((row.call.startedAt, bytes))
    } else {
      output.write(bytes)
    }
  }

  mutating func end() {
    if isTable { writeRows() }
    output.write(lines.ending.utf8)
    output.flush()
  }

  private mutating func writeRows() {
    guard !rows.isEmpty else { return output.line("No ended calls match.") }
    output.write(lines.beginning.utf8)
    // Those of one second stay in the order in which they ended.
    let order = rows.indices.sorted { (rows[$0].startedAt, $0) < (rows[$1].startedAt, $1) }
    for place in order { output.write(rows[place].bytes) }
  }
}
