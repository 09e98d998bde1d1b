import CallModel
import CallbackWire
import Testing

struct CallbackEncoderTests {
  private let fields = CallbackFields([
    .init(name: "CallSid", value: "1"), .init(name: "EventType", value: "terminal"),
    .init(name: "EndTime", value: nil), .init(name: "ConversationDuration", value: "6"),
    .init(name: "Legs[1][Status]", value: "no \"answer\""),
    .init(name: "Legs[0][Insights][RingingDuration]", value: "4.35"),
  ])

  private func text(_ encoding: CallbackEncoder.Encoding) -> String {
    let raw = CallbackEncoder(encoding).encode(fields)
    return raw.body.isEmpty ? raw.target : String(decoding: raw.body, as: UTF8.self)
  }

  @Test func `a query is a GET`() {
    #expect(
      text(.query)
        == "/exotel?CallSid=1&EventType=terminal&EndTime=&ConversationDuration=6"
        + "&Legs%5B1%5D%5BStatus%5D=no+%22answer%22"
        + "&Legs%5B0%5D%5BInsights%5D%5BRingingDuration%5D=4.35")
    #expect(
      CallbackEncoder(.query, target: "/x?key=k").encode(CallbackFields([fields.all[0]])).target
        == "/x?key=k&CallSid=1")
  }

  @Test func `JSON has its arrays back, and numbers for durations`() {
    #expect(
      text(.json)
        == #"{"CallSid":"1","EventType":"terminal","EndTime":null,"ConversationDuration":6,"#
        + #""Legs":[{"Insights":{"RingingDuration":4.35}},{"Status":"no \"answer\""}]}"#)
  }

  @Test func `names that contradict each other stay flat`() throws {
    let fields = CallbackFields([
      .init(name: "CallSid", value: "1"), .init(name: "Status", value: "x"),
      .init(name: "Legs", value: nil), .init(name: "Legs[0][Status]", value: "a"),
      .init(name: "Legs[0]", value: nil), .init(name: "b[", value: "c"),
      .init(name: "b[]", value: "c"), .init(name: "b[0]x", value: "c"),
    ])
    let raw = CallbackEncoder(.json).encode(fields)
    #expect(try CallbackDecoder().fields(of: raw) == fields)
  }

  @Test(arguments: 0..<8) func `one callback in four encodings is one delivery`(seed: UInt64) throws
  {
    var random = SeededRandom(seed)
    let decoder = CallbackDecoder()
    for _ in 0..<150 {
      let fields = randomFields(&random)
      let callbacks = try CallbackEncoder.Encoding.allCases.map {
        try decoder.decode(CallbackEncoder($0).encode(fields))
      }
      #expect(Set(callbacks).count == 1, "\(fields)")
    }
  }

  private func randomFields(_ random: inout SeededRandom) -> CallbackFields {
    var fields = CallbackFields([
      .init(name: "CallSid", value: "s\(Int.random(in: 0..<1000, using: &random))"),
      .init(name: "Status", value: "completed"),
    ])
    for _ in 0..<Int.random(in: 0..<30, using: &random) {
      var name = Self.names.randomElement(using: &random) ?? ""
      if name.hasPrefix("[") { name = "Legs[\(Int.random(in: 0..<5, using: &random))]" + name }
      fields.append(name, Self.values.randomElement(using: &random) ?? nil)
    }
    return fields
  }

  private static let names = [
    "EventType", "CallType", "Status", "DialCallStatus", "DialWhomNumber", "AgentEmail",
    "CallFrom", "CallTo", "From", "To", "PhoneNumberSid", "Direction", "RecordingUrl",
    "CustomField", "ConversationDuration", "Created", "CurrentTime", "DateCreated", "DateUpdated",
    "EventTime", "StartTime", "EndTime", "[Status]", "[Insights][Status]", "[Number]",
    "[OnCallDuration]", "[RingingDuration]", "[Insights][RingingDuration]", "[CauseCode]",
    "[Cause]", "Legs[3]", "flow_id", "a \"b\" \\c", "ü[x]",
  ]
  private static let values: [String?] = [
    nil, "", "null", "None", "Dial", " Answered", "terminal", "busy", "free", "no answer",
    "completed", "client-hangup", "+919812345678", " 919812345678", "098123 45678",
    "sip:asha@example.com", "2022-04-06 10:44:40", "Tue, 16 Feb 2016 15:56:26",
    "2024-01-15T10:30:00+05:30", "0000-00-00 00:00:00", "0", "6", "4.35", "-1", "1e3", "+5",
    "ünï 日本 😀", "a&b=c%d+e", "\u{1B}[31mred", "line\r\nbreak", "--callback-fields", "\"\\/",
    "\u{7F}\u{1}\u{202E}x", "callback-fields-x",
  ]
}
