import CallModel
import CallbackWire

/// The text of a fact of the account: one JSON object on a line of its own, with a checksum as the
/// entries of a journal have it.
///
/// ```json
/// {"v":1,"fact":"progress","since":"2026-11-22T09:00:12Z","line":"+918044556678","family":"connect","crc":"…"}
/// {"v":1,"fact":"join","since":"2026-11-22T09:00:12Z","first":"+919812345678","second":"asha@example.com","crc":"…"}
/// ```
/// The same lines are kept beside the journal, begin a recording, and stream to other machines.
extension AccountFact {
  /// The version of the format.
  static let format = 1
  /// How each line of any version begins, but for the version.
  private static let head = Array("{\"v\":".utf8)
  /// More bytes than a line has.
  private static let maximumLine = 20_000

  /// The line with its line feed; nil for a moment that cannot be written.
  package var line: [UInt8]? {
    guard let moment = since.rfc3339 else { return nil }
    return JournalEntry.checkedLine(version: Self.format) { writer in
      switch self {
      case .progress(let line, let family, _):
        writer.field("fact", "progress")
        writer.field("since", moment)
        writer.field("line", line)
        writer.field("family", family.rawValue)
      case .join(let first, let second, _):
        writer.field("fact", "join")
        writer.field("since", moment)
        writer.field("first", first.text)
        writer.field("second", second.text)
      }
    }
  }

  /// Reads a line, without its line feed; nil for any other, and for one that this version does not
  /// know. `country`: by whose dialing rules addresses are read. Its texts are free of control
  /// characters.
  package init?(line: ArraySlice<UInt8>, country: Country) {
    guard Self.isOne(line), let fields = FactLineFields(line) else { return nil }
    guard let since = fields["since"].flatMap({ Instant(rfc3339: $0) }) else { return nil }
    switch fields["fact"] {
    case "progress":
      guard let line = fields["line"], let word = fields["family"],
        let family = Callback.Family(rawValue: word)
      else { return nil }
      self = .progress(
        line: PhoneNumber(line, country: country).key, family: family, since: since)
    case "join":
      guard let first = fields["first"], let second = fields["second"] else { return nil }
      self = .join(
        PhoneNumber(first, country: country), PhoneNumber(second, country: country),
        since: since)
    default: return nil
    }
  }

  /// True for a line that begins as a fact does, of this version or another one.
  static func isOne(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= maximumLine, line.starts(with: head) else { return false }
    let rest = line.dropFirst(head.count).drop { (0x30...0x39).contains($0) }
    return rest.starts(with: name)
  }

  private static let name = Array(",\"fact\":\"".utf8)
}

/// The fields of a line whose checksum is right.
struct FactLineFields: FieldSink {
  private var fields: [String: String] = [:]

  init?(_ line: ArraySlice<UInt8>) {
    do {
      try JournalEntry.check(line)
      try JSONFields.read(Array(line).span, into: &self)
    } catch {
      return nil
    }
  }

  subscript(name: String) -> String? { fields[name].flatMap { $0.isEmpty ? nil : $0 } }

  mutating func take(_ name: Span<UInt8>, _ value: Span<UInt8>) {
    fields[TextCleaning.cleaned(name.text)] = TextCleaning.cleaned(value.text)
  }
}
