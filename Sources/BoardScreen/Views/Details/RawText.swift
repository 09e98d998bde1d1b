import CallModel

/// A callback as it came, as text that a terminal can take.
struct RawText {
  let settings: ScreenSettings
  let now: Instant
  let width: Int

  /// The most characters that are shown.
  private static let limit = 2_048

  func add(_ raw: CallDetail.Raw, to text: inout StyledText) {
    let repeats = raw.repeats > 0 ? "  came \(raw.repeats + 1) times" : ""
    text.add(
      (settings.clock.moment(raw.arrivedAt, now: now) + "  ", Style(.accent)),
      (raw.method + " ", Style(bold: true)),
      ((raw.contentType ?? "") + repeats, Style(.muted)))
    add(raw.target, raw.body, to: &text)
  }

  func add(_ target: String, _ body: String, to text: inout StyledText) {
    text.wrap(shown(target), indent: 2, width: width - 2)
    if !body.isEmpty { text.wrap(shown(body), indent: 2, width: width - 2) }
  }

  /// Control characters made visible, and a long text cut with a word.
  private func shown(_ raw: String) -> String {
    let scalars = raw.unicodeScalars
    let visible = scalars.prefix(Self.limit).map { scalar -> String in
      switch scalar.value {
      case 0..<0x20: "^" + String(Character(Unicode.Scalar(UInt8(scalar.value + 0x40))))
      case 0x7F: "^?"
      case 0x80..<0xA0: "\\u{" + String(scalar.value, radix: 16) + "}"
      default: String(scalar)
      }
    }.joined()
    let rest = scalars.count - Self.limit
    let ellipsis = settings.signs.ellipsis
    return rest > 0 ? visible + " \(ellipsis) \(rest) more, see /v1/calls" : visible
  }
}
