/// How a text can be escaped on its way, and what readers make of it: nothing here knows how it is
/// searched for.
struct EscapedSecret {
  private var random: SeededRandom

  init(seed: UInt64) { random = SeededRandom(seed) }

  private static let letters = [
    Array("0123456789abcdef"), Array("ABCDEFXYZabcxyz0189+/="), Array("ab c%\\\"/é😀&=+?#'-_~u0"),
  ]

  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }

  mutating func pick<Element>(_ choices: [Element]) -> Element { choices[below(choices.count)] }

  /// Between 8 and 40 characters.
  mutating func secret() -> String {
    let alphabet = pick(Self.letters)
    return String((0..<(8 + below(33))).map { _ in pick(alphabet) })
  }

  /// The text, escaped up to four times.
  mutating func escaped(_ text: String) -> String {
    var text = text
    for _ in 0..<below(5) { text = below(2) == 0 ? percent(text) : json(text) }
    return text
  }

  /// Some or all bytes of a URL, those that have to be among them.
  private mutating func percent(_ text: String) -> String {
    let isAll = below(3) == 0
    let blank = pick(["+", "%20"])
    var escaped = ""
    for byte in text.utf8 {
      let scalar = Unicode.Scalar(byte)
      let mustBe = byte >= 0x7F || byte <= 0x20 || "%&=+#\\\"".utf8.contains(byte)
      if byte == UInt8(ascii: " ") {
        escaped += blank
      } else if mustBe || isAll || below(3) == 0 {
        let digits = String(byte, radix: 16, uppercase: below(2) == 0)
        escaped += "%" + (byte < 16 ? "0" : "") + digits
      } else {
        escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// A JSON string without its quotes.
  private mutating func json(_ text: String) -> String {
    let isAll = below(3) == 0
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": escaped += below(2) == 0 ? "\\\(scalar)" : unicode(scalar)
      case "/" where below(2) == 0: escaped += "\\/"
      case _ where isAll || below(3) == 0: escaped += unicode(scalar)
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  private mutating func unicode(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf16.map { unit in
      let digits = String(unit, radix: 16, uppercase: below(2) == 0)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }

  /// All that readers of URLs and of JSON make of the text, one after the other in any order.
  static func readings(of text: String) -> Set<[UInt8]> {
    var all: Set<[UInt8]> = [Array(text.utf8)]
    var latest = all
    for _ in 0..<4 {
      latest = Set(latest.flatMap { [form($0), path($0), unescapedJSON($0)] }).subtracting(all)
      all.formUnion(latest)
    }
    return all
  }

  private static func form(_ bytes: [UInt8]) -> [UInt8] {
    path(bytes.map { $0 == UInt8(ascii: "+") ? UInt8(ascii: " ") : $0 })
  }

  private static func path(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let value = number(rest.prefix(2), digits: 2) {
        result.append(UInt8(value))
        rest = rest.dropFirst(2)
      } else {
        result.append(byte)
      }
    }
    return result
  }

  private static func unescapedJSON(_ bytes: [UInt8]) -> [UInt8] {
    var units: [UInt16] = []
    var result: [UInt8] = []
    var rest = bytes[...]
    func flush() {
      result += Array(String(decoding: units, as: UTF16.self).utf8)
      units = []
    }
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\\"), rest.first == UInt8(ascii: "u"),
        let unit = number(rest.dropFirst().prefix(4), digits: 4)
      {
        units.append(UInt16(unit))
        rest = rest.dropFirst(5)
        continue
      }
      flush()
      if byte == UInt8(ascii: "\\"), let next = rest.first, "\"\\/".utf8.contains(next) {
        result.append(next)
        rest = rest.dropFirst()
      } else {
        result.append(byte)
      }
    }
    flush()
    return result
  }

  private static func number(_ text: ArraySlice<UInt8>, digits: Int) -> Int? {
    let text = String(decoding: text, as: UTF8.self)
    guard text.utf8.count == digits, !text.contains("+"), !text.contains("-") else { return nil }
    return Int(text, radix: 16)
  }
}
