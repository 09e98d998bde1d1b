/// The number (or SIP address, or extension) of a party, as it was spelled, and what it is matched by.
///
/// `+919812345678`, `919812345678`, `09812345678` and `098123 45678` are four spellings of one
/// number: they differ in ``text`` and agree in ``key``.
package struct PhoneNumber: Hashable, Sendable {
  /// The spelling that came, without surrounding blanks.
  package let text: String
  /// `+` and the international digits where they can be told; otherwise the text as it stands.
  package let key: String

  /// Reads a spelling by the dialing rules of `country`. A leading blank before digits is a `+`
  /// that a query string has lost.
  package init(_ spelling: String, country: Country) {
    let trimmed = spelling.trimmingBlanks()
    let hasLostPlus =
      spelling.utf8.first == UInt8(ascii: " ") && trimmed.utf8.first?.isDigit == true
      && trimmed.utf8.first != UInt8(ascii: "0")
    text = hasLostPlus ? "+" + trimmed : trimmed
    key = country.key(for: text)
  }

  /// A number whose digits are not all to be seen; it is still matched by all of them.
  init(masking number: PhoneNumber) {
    text = Self.masked(number.international)
    key = number.key
  }

  /// With `+` and the country's code where they can be told and the number is not masked; otherwise as it
  /// was spelled.
  package var international: String {
    key.hasPrefix("+") && text.utf8.allSatisfy(\.isOfDialedNumber) ? key : text
  }
}

/// The dialing rules of a country in which Exotel operates.
package enum Country: String, CaseIterable, Sendable {
  case india = "IN"
  case singapore = "SG"
  case indonesia = "ID"
  case malaysia = "MY"
  case philippines = "PH"
  case emirates = "AE"
  case saudiArabia = "SA"
  case unitedStates = "US"

  /// The country code with its `+`, what is dialed before a national number at home, and how
  /// many digits such a number has without it.
  private var plan: (code: StaticString, trunk: StaticString, lengths: ClosedRange<Int>) {
    switch self {
    case .india: ("+91", "0", 10...10)
    case .singapore: ("+65", "", 8...8)
    case .indonesia: ("+62", "0", 8...12)
    case .malaysia: ("+60", "0", 8...10)
    case .philippines: ("+63", "0", 8...10)
    case .emirates: ("+971", "0", 8...9)
    case .saudiArabia: ("+966", "0", 9...9)
    case .unitedStates: ("+1", "1", 10...10)
    }
  }

  /// What a spelling is matched by: see ``PhoneNumber/key``.
  func key(for text: String) -> String {
    guard let dialed = DialedDigits(text) else { return text }
    if dialed.isInternational { return dialed.isPlain ? text : dialed.spelled("+") }
    if dialed.hasPrefix("00"), dialed.count > 9 { return dialed.spelled("+", without: 2) }
    let (code, trunk, lengths) = plan
    let trunkLength = trunk.utf8CodeUnitCount
    if trunkLength > 0, dialed.hasPrefix(trunk), lengths.contains(dialed.count - trunkLength) {
      return dialed.spelled(code, without: trunkLength)
    }
    if dialed.hasPrefix(code), lengths.contains(dialed.count - code.utf8CodeUnitCount + 1) {
      return dialed.spelled("+")
    }
    if lengths.contains(dialed.count) { return dialed.spelled(code) }
    return dialed.isPlain ? text : dialed.spelled("")
  }
}

/// What is dialed by a spelling that is a phone number: its digits without the separators.
private struct DialedDigits {
  private let text: String
  /// How many digits there are; at least 1.
  private(set) var count = 0
  /// A `+` is before the digits, and they do not begin with a zero.
  private(set) var isInternational = false
  /// The text is the digits, with their `+` where they are international, and nothing else.
  private(set) var isPlain = true

  /// Nil when there is anything but digits, separators and a leading `+` (a SIP address, masked
  /// digits), or no digit at all.
  init?(_ text: String) {
    self.text = text
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if count == 0, isInternational, byte == UInt8(ascii: "0") {
          isInternational = false
          isPlain = false
        }
        count += 1
      case UInt8(ascii: "+") where count == 0 && !isInternational: isInternational = true
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "("),
        UInt8(ascii: ")"):
        isPlain = false
      default: return nil
      }
    }
    if count == 0 { return nil }
  }

  /// Whether the digits begin with those of `prefix`, whose `+` does not count.
  func hasPrefix(_ prefix: StaticString) -> Bool {
    let length = prefix.utf8CodeUnitCount
    var matched = length > 0 && prefix.utf8Start[0] == UInt8(ascii: "+") ? 1 : 0
    for byte in text.utf8 where byte.isDigit {
      if matched == length { break }
      if byte != prefix.utf8Start[matched] { return false }
      matched += 1
    }
    return matched == length
  }

  /// The digits but the first `skipped` ones, after a prefix.
  func spelled(_ prefix: StaticString, without skipped: Int = 0) -> String {
    let capacity = prefix.utf8CodeUnitCount + count - skipped
    return String(unsafeUninitializedCapacity: capacity) { buffer in
      var length = 0
      for index in 0..<prefix.utf8CodeUnitCount {
        buffer[length] = prefix.utf8Start[index]
        length += 1
      }
      var seen = 0
      for byte in text.utf8 where byte.isDigit {
        seen += 1
        guard seen > skipped else { continue }
        buffer[length] = byte
        length += 1
      }
      return length
    }
  }
}

extension UInt8 {
  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
  /// A digit, or what may stand before and between them.
  fileprivate var isOfDialedNumber: Bool { isDigit || "+-.() ".utf8.contains(self) }
  fileprivate var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
}

extension String {
  /// The text without blanks (spaces and tabs) at its ends.
  package func trimmingBlanks() -> String {
    guard let first = utf8.first, let last = utf8.last, first.isBlank || last.isBlank else {
      return self
    }
    guard let start = utf8.firstIndex(where: { !$0.isBlank }),
      let end = utf8.lastIndex(where: { !$0.isBlank })
    else { return "" }
    return String(self[start...end])
  }
}
