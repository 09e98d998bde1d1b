import CallModel

/// The whole ladder of a call as plain text.
package enum LadderText {
  /// A line each, the parties first; `width` columns at most.
  package static func of(_ detail: CallDetail, _ settings: ScreenSettings, width: Int) -> String {
    let count = Ladder(detail, settings.signs).lines.count
    // The view gives half of its room, and no more than that, to the selected callback.
    let size = ScreenSize(columns: width, rows: 2 * count + 34)
    var frame = Frame(size)
    LadderView(
      detail: detail, panes: CallPanes(), now: detail.row.call.believedStart, settings: settings
    ).draw(&frame, in: Area(y: 0, width: size.columns, height: size.rows))
    let lines = frame.text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.prefix(count + 1).joined(separator: "\n")
  }
}
