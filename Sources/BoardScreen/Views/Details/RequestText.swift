import CallModel

/// A request that was rejected: why, and what came.
struct RequestText {
  let detail: RequestDetail
  let now: Instant
  let width: Int
  let settings: ScreenSettings

  var text: StyledText {
    let row = detail.row
    var text = StyledText()
    let style = Style(row.isRejected ? .red : .good, bold: true)
    text.add(
      (settings.clock.moment(row.arrivedAt, now: now) + "  ", Style(.accent)),
      ("answered \(row.answered)  ", style), ("from \(detail.peer)", Style(.muted)))
    if let reason = row.reason {
      text.add((" ", .plain))
      text.wrap(reason, indent: 0, width: width - 2, style: style)
    }
    text.heading("Request")
    text.add((row.method + " ", Style(bold: true)), (detail.contentType ?? "", Style(.muted)))
    RawText(settings: settings, now: now, width: width)
      .add(detail.target, detail.body, to: &text)
    return text
  }
}
