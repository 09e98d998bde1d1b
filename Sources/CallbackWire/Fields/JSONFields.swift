/// Reads a JSON object as flat fields, strictly by RFC 8259, without building a tree.
///
/// Numbers, `true` and `false` are the text that stands there; null, `[]` and `{}` are an empty
/// value. A byte order mark is passed over. Text that is not UTF-8 is refused.
package struct JSONFields {
  /// Objects and arrays within each other.
  package static let maximumDepth = 16

  private var cursor = JSONCursor()
  /// The name of the value being read, with its brackets.
  private var path: [UInt8] = []
  private var depth = 0

  /// True for what begins as an object does.
  static func isLikely(_ bytes: Span<UInt8>) -> Bool {
    var cursor = JSONCursor()
    cursor.skipByteOrderMark(bytes)
    return cursor.skip(UInt8(ascii: "{"), bytes)
  }

  /// - Throws: ``CallbackDecodingError/badJSON(byte:expected:)``,
  ///   ``CallbackDecodingError/tooDeep(byte:)``.
  package static func read<Sink: FieldSink>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) throws(CallbackDecodingError) {
    try JSONCursor.checkUTF8(bytes)
    var reader = JSONFields()
    reader.path.reserveCapacity(64)
    reader.cursor.skipByteOrderMark(bytes)
    reader.cursor.skipBlanks(bytes)
    guard reader.cursor.next(bytes) == UInt8(ascii: "{") else {
      throw reader.cursor.wrong("an object, which begins with {")
    }
    try reader.readObject(bytes, into: &sink)
    reader.cursor.skipBlanks(bytes)
    guard reader.cursor.next(bytes) == nil else {
      throw reader.cursor.wrong("nothing after the object")
    }
  }

  /// The same of an object or an array whose fields stand under `name`.
  static func read<Sink: FieldSink>(
    _ bytes: Span<UInt8>, under name: StaticString, into sink: inout Sink
  ) throws(CallbackDecodingError) {
    try JSONCursor.checkUTF8(bytes)
    var reader = JSONFields()
    for place in 0..<name.utf8CodeUnitCount { reader.path.append(name.utf8Start[place]) }
    reader.depth = 1
    reader.cursor.skipBlanks(bytes)
    guard let first = reader.cursor.next(bytes),
      first == UInt8(ascii: "[") || first == UInt8(ascii: "{")
    else { throw reader.cursor.wrong("an object or an array") }
    try reader.readValue(bytes, into: &sink)
    reader.cursor.skipBlanks(bytes)
    guard reader.cursor.next(bytes) == nil else { throw reader.cursor.wrong("nothing after it") }
  }

  private mutating func readValue<Sink: FieldSink>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) throws(CallbackDecodingError) {
    let first = cursor.next(bytes)
    if first == UInt8(ascii: "{") { return try readObject(bytes, into: &sink) }
    if first == UInt8(ascii: "[") { return try readArray(bytes, into: &sink) }
    if let plain = try cursor.readSingle(bytes) {
      sink.take(path.span, bytes.extracting(plain))
    } else {
      sink.take(path.span, cursor.text.span)
    }
  }

  private mutating func readObject<Sink: FieldSink>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) throws(CallbackDecodingError) {
    try enter()
    if cursor.skip(UInt8(ascii: "}"), bytes) {
      if depth > 1 { sink.take(path.span, bytes.extracting(0..<0)) }
    } else {
      repeat {
        try readMember(bytes, into: &sink)
      } while cursor.skip(UInt8(ascii: ","), bytes)
      guard cursor.skip(UInt8(ascii: "}"), bytes) else { throw cursor.wrong(", or }") }
    }
    depth -= 1
  }

  private mutating func readArray<Sink: FieldSink>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) throws(CallbackDecodingError) {
    try enter()
    if cursor.skip(UInt8(ascii: "]"), bytes) {
      sink.take(path.span, bytes.extracting(0..<0))
    } else {
      var index = 0
      repeat {
        let outer = path.count
        path.append(UInt8(ascii: "["))
        path.append(contentsOf: String(index).utf8)
        path.append(UInt8(ascii: "]"))
        cursor.skipBlanks(bytes)
        try readValue(bytes, into: &sink)
        shorten(to: outer)
        index += 1
      } while cursor.skip(UInt8(ascii: ","), bytes)
      guard cursor.skip(UInt8(ascii: "]"), bytes) else { throw cursor.wrong(", or ]") }
    }
    depth -= 1
  }

  /// Takes the last part of the path away.
  private mutating func shorten(to outer: Int) {
    if outer == 0 { path.removeAll(keepingCapacity: true) } else { path.removeSubrange(outer...) }
  }

  /// Goes past the opening brace or bracket.
  private mutating func enter() throws(CallbackDecodingError) {
    guard depth < Self.maximumDepth else { throw .tooDeep(byte: cursor.position) }
    depth += 1
    cursor.advance()
  }

  /// A name stands on the path, in brackets below the top, while its value is read; but of most members
  /// at the top it is taken from where it stands.
  private mutating func readMember<Sink: FieldSink>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) throws(CallbackDecodingError) {
    cursor.skipBlanks(bytes)
    guard cursor.next(bytes) == UInt8(ascii: "\"") else {
      throw cursor.wrong("a member's name in double quotes")
    }
    let outer = path.count
    let plain = try cursor.readString(bytes)
    guard cursor.skip(UInt8(ascii: ":"), bytes) else { throw cursor.wrong(":") }
    cursor.skipBlanks(bytes)
    if depth == 1, outer == 0, let plain, !cursor.isAtNested(bytes) {
      let name = bytes.extracting(plain)
      if let value = try cursor.readSingle(bytes) {
        return sink.take(name, bytes.extracting(value))
      }
      return sink.take(name, cursor.text.span)
    }
    if depth > 1 { path.append(UInt8(ascii: "[")) }
    if let plain {
      path.append(bytes.extracting(plain))
    } else {
      path.append(contentsOf: cursor.text)
    }
    if depth > 1 { path.append(UInt8(ascii: "]")) }
    try readValue(bytes, into: &sink)
    shorten(to: outer)
  }
}
