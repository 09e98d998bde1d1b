/// A place in a JSON text, and the reading of the tokens there.
struct JSONCursor {
  /// From 0.
  private(set) var position = 0
  /// The last string that had escapes, without them.
  private(set) var text: [UInt8] = []

  func next(_ bytes: Span<UInt8>) -> UInt8? {
    position < bytes.count ? bytes[position] : nil
  }

  func wrong(_ expected: String) -> CallbackDecodingError {
    .badJSON(byte: position, expected: expected)
  }

  mutating func advance() { position += 1 }

  mutating func skipByteOrderMark(_ bytes: Span<UInt8>) {
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { position = 3 }
  }

  mutating func skipBlanks(_ bytes: Span<UInt8>) {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }

  /// Goes past that byte and the blanks before it, if it comes next.
  mutating func skip(_ byte: UInt8, _ bytes: Span<UInt8>) -> Bool {
    skipBlanks(bytes)
    guard next(bytes) == byte else { return false }
    position += 1
    return true
  }

  mutating func readWord(
    _ word: StaticString, _ bytes: Span<UInt8>
  ) throws(CallbackDecodingError) {
    guard bytes.extracting(position..<bytes.count).starts(with: word) else {
      throw wrong("a value")
    }
    position += word.utf8CodeUnitCount
  }

  /// True where an object or an array comes next.
  func isAtNested(_ bytes: Span<UInt8>) -> Bool {
    let byte = next(bytes)
    return byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
  }

  /// Where the value stands that is neither object nor array; nil for a string that has escapes and is
  /// in `text`. That of `null` is empty.
  mutating func readSingle(_ bytes: Span<UInt8>) throws(CallbackDecodingError) -> Range<Int>? {
    switch next(bytes) {
    case UInt8(ascii: "\""): return try readString(bytes)
    case UInt8(ascii: "n"):
      try readWord("null", bytes)
      return 0..<0
    default: return try readLiteral(bytes)
    }
  }

  /// A number, `true` or `false`.
  mutating func readLiteral(_ bytes: Span<UInt8>) throws(CallbackDecodingError) -> Range<Int> {
    let start = position
    switch next(bytes) {
    case UInt8(ascii: "t")?: try readWord("true", bytes)
    case UInt8(ascii: "f")?: try readWord("false", bytes)
    case UInt8(ascii: "-")?, (UInt8(ascii: "0")...UInt8(ascii: "9"))?: try readNumber(bytes)
    default: throw wrong("a value")
    }
    return start..<position
  }

  private mutating func readNumber(_ bytes: Span<UInt8>) throws(CallbackDecodingError) {
    if next(bytes) == UInt8(ascii: "-") { position += 1 }
    if next(bytes) == UInt8(ascii: "0") { position += 1 } else { try readDigits(bytes) }
    if next(bytes) == UInt8(ascii: ".") {
      position += 1
      try readDigits(bytes)
    }
    if let byte = next(bytes), byte.asciiLowercase == UInt8(ascii: "e") {
      position += 1
      if let sign = next(bytes), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
        position += 1
      }
      try readDigits(bytes)
    }
  }

  private mutating func readDigits(_ bytes: Span<UInt8>) throws(CallbackDecodingError) {
    let start = position
    while let byte = next(bytes), byte.decimalValue != nil { position += 1 }
    guard position > start else { throw wrong("a digit") }
  }

  /// Where the string stands between its quotes; nil when it has escapes and is in `text`.
  mutating func readString(_ bytes: Span<UInt8>) throws(CallbackDecodingError) -> Range<Int>? {
    let start = position + 1
    let end = bytes.firstStringEnd(from: start)
    if end < bytes.count, bytes[end] == UInt8(ascii: "\"") {
      position = end + 1
      return start..<end
    }
    text.removeAll(keepingCapacity: true)
    position = start
    try readEscapedString(bytes)
    return nil
  }

  private mutating func readEscapedString(_ bytes: Span<UInt8>) throws(CallbackDecodingError) {
    while position < bytes.count {
      let end = bytes.firstStringEnd(from: position)
      text.append(bytes.extracting(position..<end))
      position = end
      guard let byte = next(bytes) else { break }
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return
      case UInt8(ascii: "\\"):
        position += 1
        try readEscape(bytes)
      default: throw wrong("an escape instead of a control character")
      }
    }
    throw wrong("a double quote at the end of the string")
  }

  private mutating func readEscape(_ bytes: Span<UInt8>) throws(CallbackDecodingError) {
    switch next(bytes) {
    case UInt8(ascii: "\""): text.append(UInt8(ascii: "\""))
    case UInt8(ascii: "\\"): text.append(UInt8(ascii: "\\"))
    case UInt8(ascii: "/"): text.append(UInt8(ascii: "/"))
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): return try readUnicodeEscape(bytes)
    default: throw wrong("one of \" \\ / b f n r t u after a backslash")
    }
    position += 1
  }

  /// At the `u`; a high surrogate needs its low one.
  private mutating func readUnicodeEscape(_ bytes: Span<UInt8>) throws(CallbackDecodingError) {
    position += 1
    var code = try readHex(bytes)
    if code & 0xFC00 == 0xD800 {
      guard bytes.extracting(position..<bytes.count).starts(with: "\\u") else {
        throw wrong("the second half of a surrogate pair")
      }
      position += 2
      let low = try readHex(bytes)
      guard low & 0xFC00 == 0xDC00 else { throw wrong("the second half of a surrogate pair") }
      code = 0x10000 + (code & 0x3FF) << 10 + low & 0x3FF
    }
    guard let scalar = Unicode.Scalar(code) else {
      throw wrong("the first half of a surrogate pair before the second")
    }
    text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  private mutating func readHex(_ bytes: Span<UInt8>) throws(CallbackDecodingError) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = next(bytes)?.hexValue else { throw wrong("four hexadecimal digits") }
      code = code << 4 | UInt32(digit)
      position += 1
    }
    return code
  }

  static func checkUTF8(_ bytes: Span<UInt8>) throws(CallbackDecodingError) {
    guard !bytes.isASCII else { return }
    var offset = 0
    var rest = bytes.withUnsafeBufferPointer { Array($0) }.makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    while true {
      switch parser.parseScalar(from: &rest) {
      case .valid(let scalar): offset += scalar.count
      case .error: throw .badJSON(byte: offset, expected: "UTF-8")
      case .emptyInput: return
      }
    }
  }
}
