import CallModel

/// Prints past calls as they come.
struct HistoryPrinter {
  private var lines: CallLines
  private var output = StandardOutput()

  init(format: HistoryCommand.Format, zone: AccountZone) {
    lines = CallLines(format: format, zone: zone)
  }

  mutating func begin() { output.write(lines.beginning.utf8) }

  mutating func take(_ row: CallRow) { output.write(lines.text(row)) }

  mutating func end() {
    output.write(lines.ending.utf8)
    output.flush()
  }
}
