/// Makes any text from outside safe to keep, compare and show.
///
/// Control characters, whole escape sequences, bidirectional controls and line separators are
/// taken out, tabs and newlines become a blank, and the rest is cut at a limit.
package enum TextCleaning {
  package static let maximumScalars = 1_024
  /// Of a link, which is broken once it is cut.
  static let maximumLinkScalars = 4_096

  /// What is not UTF-8 becomes U+FFFD.
  static func cleaned(_ bytes: Span<UInt8>, limit: Int = maximumScalars) -> String {
    guard bytes.isPrintableASCII else { return cleaned(bytes.repairedText, limit: limit) }
    return bytes.extracting(0..<min(bytes.count, limit)).repairedText
  }

  /// The cleaned text; nil when it is one of the spellings of "not known".
  static func knownText(_ bytes: Span<UInt8>, limit: Int = maximumScalars) -> String? {
    var text = cleaned(bytes, limit: limit)
    return text.withUTF8 { isUnknown($0.span) } ? nil : text
  }

  /// At most `limit` scalars are left.
  package static func cleaned(_ text: String, limit: Int = maximumScalars) -> String {
    var result = String.UnicodeScalarView()
    var count = 0
    var scalars = Scalars(text.unicodeScalars)
    while count < limit, let scalar = scalars.next() {
      result.append(scalar)
      count += 1
    }
    return String(result)
  }

  /// Nothing, `null`, `none`, `undefined`, `NA` or `N/A`, in any case and with blanks around.
  static func isUnknown(_ bytes: Span<UInt8>) -> Bool {
    // The most are longer than all of these.
    let isLong = bytes.count > 9
    guard !isLong || bytes[0].isBlank || bytes[bytes.count - 1].isBlank else { return false }
    let word = bytes.extracting(bytes.trimmedRange)
    return switch word.count {
    case 0: true
    case 2: word.equalsIgnoringCase("na")
    case 3: word.equalsIgnoringCase("n/a")
    case 4: word.equalsIgnoringCase("null") || word.equalsIgnoringCase("none")
    case 9: word.equalsIgnoringCase("undefined")
    default: false
    }
  }
}

/// The scalars of a text that may stay.
private struct Scalars {
  private var rest: Substring.UnicodeScalarView

  init(_ scalars: String.UnicodeScalarView) {
    rest = scalars[...]
  }

  mutating func next() -> Unicode.Scalar? {
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\u{1B}": skipEscape()
      case "\u{9B}": skipControlSequence()
      case "\u{90}", "\u{98}", "\u{9D}", "\u{9E}", "\u{9F}": skipString()
      case "\r":
        if rest.first == "\n" { rest.removeFirst() }
        return " "
      case "\n", "\t": return " "
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": continue
      case "\u{61C}", "\u{200E}", "\u{200F}", "\u{2028}"..."\u{202E}", "\u{2066}"..."\u{2069}":
        continue
      default: return scalar
      }
    }
    return nil
  }

  /// After ESC: a control sequence, a string, or intermediates and a final character.
  private mutating func skipEscape() {
    switch rest.first {
    case "["?:
      rest.removeFirst()
      skipControlSequence()
    case "]"?, "P"?, "X"?, "^"?, "_"?:
      rest.removeFirst()
      skipString()
    default:
      skip("\u{20}"..."\u{2F}")
      skipOne("\u{30}"..."\u{7E}")
    }
  }

  private mutating func skipControlSequence() {
    skip("\u{20}"..."\u{3F}")
    skipOne("\u{40}"..."\u{7E}")
  }

  /// To BEL or ST; one without an end takes the rest, as a terminal would.
  private mutating func skipString() {
    while let scalar = rest.popFirst() {
      if scalar == "\u{07}" || scalar == "\u{9C}" { return }
      if scalar == "\u{1B}", rest.first == "\\" {
        rest.removeFirst()
        return
      }
    }
  }

  private mutating func skip(_ range: ClosedRange<Unicode.Scalar>) {
    while let scalar = rest.first, range.contains(scalar) { rest.removeFirst() }
  }

  private mutating func skipOne(_ range: ClosedRange<Unicode.Scalar>) {
    if let scalar = rest.first, range.contains(scalar) { rest.removeFirst() }
  }
}
