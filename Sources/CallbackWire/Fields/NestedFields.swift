/// `Legs` and `Stream` also arrive as JSON in a text (`families.md` § 1).
enum NestedFields {
  /// True where the value may be one.
  static func isLikely(_ value: Span<UInt8>) -> Bool {
    guard value.count > 1 else { return false }
    switch value[0] {
    case UInt8(ascii: "["), UInt8(ascii: "{"), 0x20, 0x0A, 0x0D, 0x09: return true
    default: return false
    }
  }

  /// The name under which what is in the text stands; nil for a field of which it is only kept.
  static func name(of normal: Span<UInt8>) -> StaticString? {
    if normal.equals("legs") { return "Legs" }
    return normal.equals("stream") ? "Stream" : nil
  }

  /// Hands on what is in the text. False, with nothing handed on, where it is no JSON.
  static func read<Sink: FieldSink>(
    _ value: Span<UInt8>, under name: StaticString, into sink: inout Sink
  ) -> Bool {
    var nothing = Nothing()
    do throws(CallbackDecodingError) {
      try JSONFields.read(value, under: name, into: &nothing)
      try JSONFields.read(value, under: name, into: &sink)
    } catch {
      return false
    }
    return true
  }

  private struct Nothing: FieldSink {
    mutating func take(_ name: Span<UInt8>, _ value: Span<UInt8>) {}
  }
}
