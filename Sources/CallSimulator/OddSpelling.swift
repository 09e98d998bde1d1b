import CallModel
import CallbackWire

/// The same callback in other words: the odd values that really come (`callbacks.md` § 3), none of which
/// changes what it says.
enum OddSpelling {
  static func of(
    _ callback: SimulatedCallback, clock: SimulatedClock, _ random: inout SeededGenerator
  ) -> CallbackFields {
    var all = callback.fields.all.map { field in
      guard random.chance(30) else { return field }
      return CallbackFields.Field(
        name: field.name,
        value: value(field.name, field.value, &random) {
          clock.oddText(of: $0, due: callback.due, &$1)
        })
    }
    if random.chance(20) { all.shuffle(using: &random) }
    if random.chance(20) {
      all.append(.init(name: "flow_id", value: "\(Int.random(in: 1...99_999, using: &random))"))
    }
    if random.chance(10) { all.append(.init(name: "X-Note", value: "\u{1B}[31mred\u{7}\u{202E}")) }
    return CallbackFields(all)
  }

  private static let nothing = ["null", "NULL", "none", "undefined", "", " null "]

  private static func value(
    _ name: String, _ value: String?, _ random: inout SeededGenerator,
    time: (String, inout SeededGenerator) -> String
  ) -> String? {
    guard let value else { return nothing.randomElement(using: &random) }
    switch name {
    case "EventType", "CallType", "Status", "DialCallStatus": return word(value, &random)
    case "Created", "CurrentTime", "DateCreated", "DateUpdated", "StartTime", "EndTime",
      "EventTime":
      return time(value, &random)
    case "CallFrom", "CallTo", "From", "To", "DialWhomNumber": return number(value, &random)
    default: return value
    }
  }

  private static func word(_ word: String, _ random: inout SeededGenerator) -> String {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: " " + word
    case 1: word.uppercased()
    case 2: word.lowercased() + " "
    default:
      word == "canceled" ? "cancelled" : String(word.map { $0 == "-" ? " " : $0 })
    }
  }

  /// Another spelling of an Indian number.
  private static func number(_ text: String, _ random: inout SeededGenerator) -> String {
    var national = Substring(text)
    for prefix in ["+91", "0"] where national.hasPrefix(prefix) {
      national = national.dropFirst(prefix.count)
      break
    }
    guard national.count == 10, national.allSatisfy(\.isNumber) else { return text }
    switch Int.random(in: 0..<5, using: &random) {
    case 0: return "+91" + national
    case 1: return "91" + national
    case 2: return "0" + national
    case 3: return "0\(national.prefix(5)) \(national.dropFirst(5))"
    default: return String(national)
    }
  }
}
