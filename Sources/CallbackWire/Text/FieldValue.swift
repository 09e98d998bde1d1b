import CallModel

/// What the bytes of a known, cleaned value mean (`callbacks.md` § 3).
enum FieldValue {
  /// One of the four events of the Connect applet and of the StatusCallback; nil for another word.
  static func event(_ bytes: Span<UInt8>) -> Callback.Event? {
    let word = bytes.extracting(bytes.trimmedRange)
    if word.equalsIgnoringCase("dial") { return .dial }
    if word.equalsIgnoringCase("ringing") { return .ringing }
    if word.equalsIgnoringCase("answered") { return .answered }
    return word.equalsIgnoringCase("terminal") ? .terminal : nil
  }

  static func text(_ bytes: Span<UInt8>) -> String? { bytes.repairedText }

  static func trimmedText(_ bytes: Span<UInt8>) -> String? {
    bytes.extracting(bytes.trimmedRange).repairedText
  }

  /// A blank at the start is kept until here: it is a `+` that a query has lost.
  static func phone(_ bytes: Span<UInt8>, country: Country) -> PhoneNumber? {
    PhoneNumber(bytes.repairedText, country: country)
  }

  /// A word for a status: lower case, `no-answer` for `No answer` and `no_answer`, `canceled`
  /// for `cancelled`.
  static func statusWord(_ bytes: Span<UInt8>) -> String? {
    let word = bytes.extracting(bytes.trimmedRange)
    if word.equalsIgnoringCase("cancelled") { return "canceled" }
    return word.mapped { byte in
      byte.isBlank || byte == UInt8(ascii: "_") ? UInt8(ascii: "-") : byte.asciiLowercase
    }
  }

  static func upperCased(_ bytes: Span<UInt8>) -> String? {
    bytes.extracting(bytes.trimmedRange).mapped(\.asciiUppercase)
  }

  /// No longer ones are told apart, in seconds: far beyond what can be (``PhaseLength/longest``).
  private static let longestTold = 1e9

  /// Seconds, with or without a fraction, kept to the millisecond. Also one that cannot be, so that it
  /// is seen to be one.
  static func duration(_ bytes: Span<UInt8>) -> Duration? {
    let number = bytes.extracting(bytes.trimmedRange)
    var whole = 0
    for index in 0..<number.count {
      guard index < 9, let digit = number[index].decimalValue else {
        return fractionalDuration(number)
      }
      whole = whole * 10 + digit
    }
    return .seconds(whole)
  }

  private static func fractionalDuration(_ bytes: Span<UInt8>) -> Duration? {
    for index in 0..<bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "+"),
        UInt8(ascii: "-"), UInt8(ascii: "e"), UInt8(ascii: "E"):
        continue
      default: return nil
      }
    }
    guard let seconds = Double(bytes.repairedText), seconds >= 0 else { return nil }
    return .milliseconds(Int64(min(seconds, longestTold) * 1000 + 0.5))
  }

  /// A duration of zero is how "not known" is spelled for ringing (`callbacks.md` § 2).
  static func ringing(_ bytes: Span<UInt8>) -> Duration? {
    duration(bytes).flatMap { $0 == .zero ? nil : $0 }
  }
}
