import CallModel
import CallbackWire
import Testing

/// Every row of `callbacks.md` § 3 that is about values.
struct OddValueTests {
  private let base = "CallSid=1&EventType=Dial&DialWhomNumber=9&"

  @Test(arguments: [
    "", "null", "NULL", "Null", "none", "undefined", "UNDEFINED", "+null+", "+++", "N/A", "na",
  ])
  func `these spell not known`(text: String) throws {
    let callback = try decode(base + "Direction=\(text)&CustomField=\(text)&Created=\(text)")
    #expect(callback.direction == nil && callback.customField == nil && callback.created == nil)
    #expect(throws: CallbackDecodingError.missingSid(came: ["Status", "CallSid"])) {
      try decode("Status=busy&CallSid=\(text)")
    }
  }

  @Test func `of several fields with one name the first known one counts`() throws {
    let legs = try decode(
      "CallSid=1&EventType=terminal&Legs[0][Status]=&Legs[0][Status]=a&Legs[0][Status]=b"
    ).legs
    #expect(legs.map(\.status) == ["a"])
    #expect(try decode(base + "Direction=&Direction=null&Direction=a&Direction=b").direction == "a")
    #expect(
      try decode(json: #"{"CallSid":1,"Status":null,"Status":"x","Status":"y"}"#).status == "x")
  }

  @Test(arguments: [
    ("No+Answer", "no-answer"), ("in_progress", "in-progress"), ("+In+Progress+", "in-progress"),
    ("CANCELLED", "canceled"), ("canceled", "canceled"), ("noanswer", "noanswer"),
  ])
  func `status words are normalised and kept as they came`(text: String, word: String) throws {
    let callback = try decode(
      "CallSid=1&EventType=terminal&Status=\(text)&Legs[0][Status]=\(text)")
    #expect(callback.status == word && callback.legs.first?.status == word)
    #expect(
      callback.rawStatus
        == text.split(separator: "+", omittingEmptySubsequences: false)
        .joined(separator: " "))
  }

  @Test(arguments: [
    ("32", Duration.seconds(32)), ("+32+", .seconds(32)), ("0", .zero),
    ("4.35", .milliseconds(4350)),
    ("0.0006", .milliseconds(1)), ("1e2", .seconds(100)), ("99999999", .seconds(99_999_999)),
    ("1000000000", .seconds(1_000_000_000)), ("000000000032", .seconds(32)),
  ])
  func `durations are seconds`(text: String, duration: Duration) throws {
    let text = "CallSid=1&EventType=terminal&ConversationDuration=\(text)"
    #expect(try decode(text).conversation == duration)
  }

  @Test(arguments: [
    "86401", "10000001", "10000000.5", "99999999", "1e9", "1e12", "1e999", "99999999999999999999",
    "9e18", "123456789012345678901234567890.5",
  ])
  func `a duration that cannot be is told as one, however long it is`(text: String) throws {
    let query = "CallSid=1&EventType=terminal&ConversationDuration=\(text)"
    let duration = try #require(try decode(query).conversation)
    #expect(duration > PhaseLength.longest && PhaseLength(duration).duration == nil)
    let ring = try decode("CallSid=1&EventType=terminal&Legs[0][RingingDuration]=\(text)")
    #expect(ring.legs.first?.ringing == duration)
  }

  @Test(arguments: [
    "-1", "-1e999", "nan", "inf", "0x10", "12s", "1:30", "null", "", ".", "e", "1e",
  ])
  func `what is no duration is not known`(text: String) throws {
    let text = "CallSid=1&EventType=terminal&ConversationDuration=\(text)"
    #expect(try decode(text).conversation == nil)
  }

  @Test func `numbers and texts are one duration in JSON`() throws {
    let number = try decode(json: #"{"CallSid":"1","Status":"busy","ConversationDuration":32}"#)
    #expect(number.conversation == .seconds(32))
    #expect(
      try decode(json: #"{"CallSid":"1","Status":"busy","ConversationDuration":"32"}"#) == number)
  }

  @Test func `a ring time of zero is not known, and Insights is asked then`() throws {
    let callback = try decode(
      "CallSid=1&EventType=terminal&Legs[0][RingingDuration]=0&Legs[1][RingingDuration]=0"
        + "&Legs[1][Insights][RingingDuration]=2.5&Legs[2][OnCallDuration]=0")
    #expect(callback.legs.map(\.ringing) == [nil, .milliseconds(2500), nil])
    #expect(callback.legs.map(\.onCall) == [nil, nil, .zero])
  }

  @Test(arguments: [
    ("", 0), (#","Legs":null"#, 0), (#","Legs":[]"#, 0), (#","Legs":[{}]"#, 1),
    (#","Legs":[null,null]"#, 2), (#","Legs":[{"Status":"a"},{},{"Status":"c"}]"#, 3),
    (#","Legs":"none""#, 0), (#","Legs":{"Status":"x"}"#, 0),
  ])
  func `of Legs what is there is taken`(legs: String, count: Int) throws {
    let callback = try decode(json: #"{"CallSid":"1","EventType":"terminal"\#(legs)}"#)
    #expect(callback.legs.count == count)
  }

  @Test func `gaps in Legs stay gaps`() throws {
    let callback = try decode("CallSid=1&EventType=terminal&Legs[2][Status]=busy")
    #expect(callback.legs.map(\.status) == ["busy"] && callback.legs.map(\.index) == [2])
  }

  @Test func `Legs and Stream are read out of a text too`() throws {
    let legs = #"[{"Status":"completed"},{"Status":"no-answer"}]"#
    let callback = try decode(
      json:
        #"{"CallSid":"1","EventType":"terminal","Legs":"\#(legs.replacing("\"", with: "\\\""))"}"#)
    #expect(callback.legs.map(\.status) == ["completed", "no-answer"])
    let broken = try decode("CallSid=1&EventType=terminal&Legs=[{&Status=busy")
    #expect(broken.legs.isEmpty && broken.status == "busy")
  }

  @Test(arguments: ["%20", "+", "%0A", "%0D%0A%09"])
  func `blanks before JSON in a text are passed over`(blanks: String) throws {
    let legs = try decode(
      "CallSid=1&EventType=terminal&Legs=\(blanks)[{\"Status\":\"busy\"}]\(blanks)")
    #expect(legs.legs.map(\.status) == ["busy"])
    let stream = try decode("CallSid=1&CallFrom=1&Stream=\(blanks){\"Status\":\"failed\"}")
    #expect(stream.stream?.status == "failed")
  }

  @Test(arguments: [
    "Legs[200][Status]=x", "Legs[99999999999999999999][Status]=x", "Legs[][Status]=x",
    "Legs[a]=x", "Legs[",
  ])
  func `names that are no entry of Legs are passed over`(field: String) throws {
    let callback = try decode("CallSid=1&EventType=terminal&" + field)
    #expect(callback.legs.isEmpty && callback.family == .statusCallback)
  }

  @Test func `an end before the start is not known`() throws {
    let start = base + "StartTime=2022-04-06+10:44:40&EndTime=2022-04-06+10:44:"
    #expect(try decode(start + "39").end == nil)
    #expect(try decode(start + "40").end == Instant(seconds: 1_649_222_080))
  }

  @Test func `a raw plus that became a blank is the same number`() throws {
    let escaped = try decode("CallSid=1&EventType=Dial&DialWhomNumber=%2B14155550100")
    let raw = try decode("CallSid=1&EventType=Dial&DialWhomNumber=+14155550100")
    #expect(raw.agent == escaped.agent)
    #expect(escaped.agent?.key == "+14155550100")
  }

  @Test func `the country decides what a national number is`() throws {
    let query = "CallSid=1&EventType=Dial&DialWhomNumber=81234567"
    #expect(try decode(query, country: "SG").agent?.key == "+6581234567")
    #expect(try decode(query).agent?.key == "81234567")
  }
}
