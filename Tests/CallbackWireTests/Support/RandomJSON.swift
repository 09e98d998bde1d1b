/// Writes JSON that is right, in all the ways in which it can be, and breaks it.
struct RandomJSON {
  private var random: SeededRandom

  init(seed: UInt64) {
    random = SeededRandom(seed)
  }

  /// An object whose names differ from each other.
  mutating func object(depth: Int = 0) -> String {
    let names = (0..<below(6)).map { "\(name())\($0)" }
    let members = names.map { blank() + quoted($0) + blank() + ":" + value(depth: depth + 1) }
    return "{" + (members.isEmpty ? blank() : members.joined(separator: ",")) + "}"
  }

  private mutating func value(depth: Int) -> String {
    let core =
      switch below(depth > 4 ? 8 : 10) {
      case 0: "null"
      case 1: below(2) == 0 ? "true" : "false"
      case 2, 3: number()
      case 4...7: quoted(text())
      case 8: object(depth: depth)
      default: array(depth: depth)
      }
    return blank() + core + blank()
  }

  private mutating func array(depth: Int) -> String {
    let values = (0..<below(4)).map { _ in value(depth: depth + 1) }
    return "[" + (values.isEmpty ? blank() : values.joined(separator: ",")) + "]"
  }

  private mutating func number() -> String {
    var text = below(3) == 0 ? "-" : ""
    text += below(4) == 0 ? "0" : "\(1 + below(100_000))"
    if below(3) == 0 { text += ".\(below(10_000))" }
    if below(4) == 0 { text += pick(["e", "E", "e+", "E-"]) + "\(below(20))" }
    return text
  }

  private mutating func name() -> String {
    pick(["CallSid", "Legs", "Status", "a", "", "b c", "x[0]", "ü", "日本"])
  }

  private mutating func text() -> String {
    (0..<below(8)).map { _ in
      pick(["a", "Z", "9", " ", "\"", "\\", "/", "é", "日", "😀", "\n", "\u{1}", "\u{7F}", "null"])
    }.joined()
  }

  /// Each character as it is or as one of its escapes.
  private mutating func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += pick(["\\\"", "\\u0022"])
      case "\\": result += pick(["\\\\", "\\u005C"])
      case "\n": result += pick(["\\n", "\\u000a"])
      case "\u{0}"..<"\u{20}": result += "\\u000" + String(scalar.value & 0xF, radix: 16)
      case "/": result += pick(["/", "\\/"])
      default: result += below(8) == 0 ? escape(scalar) : String(scalar)
      }
    }
    return result + "\""
  }

  private func escape(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }

  private mutating func blank() -> String {
    below(4) == 0 ? pick([" ", "\n", "\t", "\r\n", "  "]) : ""
  }

  /// The text with a few bytes changed, taken out, put in or cut off.
  mutating func broken(_ text: String) -> [UInt8] {
    var bytes = Array(text.utf8)
    let telling = Array("{}[]\",:\\u0123456789eE+-.tfn \n".utf8) + [0x00, 0x1F, 0x80, 0xC3, 0xFF]
    for _ in 0...below(3) where !bytes.isEmpty {
      let place = below(bytes.count)
      let byte = telling[below(telling.count)]
      switch below(5) {
      case 0: bytes[place] = byte
      case 1: bytes.insert(byte, at: place)
      case 2: bytes.remove(at: place)
      case 3: bytes.insert(contentsOf: bytes[place...].prefix(below(6)), at: place)
      default: if below(4) == 0 { bytes.removeLast(bytes.count - place) }
      }
    }
    return bytes
  }

  private mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }

  private mutating func pick(_ texts: [String]) -> String { texts[below(texts.count)] }
}
