import CallModel
import CallbackWire
import Testing

/// "Telling them apart" of `callbacks.md` § 1, and which field is what.
struct CallbackDecoderTests {
  @Test(arguments: [
    ("EventType=Dial&DialWhomNumber=9&DateUpdated=2022-04-06+10:44:40", Callback.Event.dial),
    ("EventType=dial&Status=busy", .dial), ("EventType=TERMINAL&Status=free", .terminal),
    ("EventType=Ringing&CallFrom=1", .ringing), ("EventType=+Answered+&CallFrom=1", .answered),
    ("EventType=Whisper&CallFrom=1", .other("Whisper")),
    ("EventType=Dial&CallType=completed&DialWhomNumber=9", .dial),
    ("CallType=Completed", .disposition("completed")),
    ("CallType=client+hangup", .disposition("client-hangup")),
    ("CallType=incomplete&EventType=null&Status=busy", .disposition("incomplete")),
    ("Status=busy&DialWhomNumber=9", .dial), ("Status=Free&DialWhomNumber=9", .terminal),
    ("Status=busy", .dial), ("Status=free&CallFrom=1", .terminal),
    ("Status=busy&DialWhomNumber=9&DateUpdated=2022-04-06+10:44:40", .dial),
    ("Status=busy&DateUpdated=null", .dial),
  ])
  func `these come from the Connect applet`(query: String, event: Callback.Event) throws {
    let callback = try decode("CallSid=1&" + query)
    #expect(callback.source == .connect && callback.event == event)
  }

  @Test(arguments: [
    ("EventType=terminal&Status=completed", Callback.Event.terminal),
    ("EventType=terminal&Status=busy&DateUpdated=2022-04-06+10:44:40", .terminal),
    ("EventType=ringing&Status=busy&Legs[0][Status]=", .ringing),
    ("EventType=answered&CallFrom=1&Legs[0][Status]=in-progress", .answered),
    ("EventType=answered&CallFrom=1&DateUpdated=x", .answered),
    ("EventType=queued", .other("queued")), ("EventType=answered&DialWhomNumber=null", .answered),
    ("Status=completed", .terminal), ("Status=no-answer&DialWhomNumber=9", .terminal),
    ("Status=busy&DateUpdated=2022-04-06+10:44:40", .terminal),
    ("Status=free&Legs[0][Status]=x", .terminal),
  ])
  func `these are StatusCallbacks`(query: String, event: Callback.Event) throws {
    let callback = try decode("CallSid=1&" + query)
    #expect(callback.source == .statusCallback && callback.event == event)
  }

  @Test(arguments: ["", "CallFrom=1", "EventType=null&Status=&CallType=none", "Legs[0][Status]=x"])
  func `a request that says nothing is refused`(query: String) {
    #expect(throws: CallbackDecodingError.nothingSaid) { try decode("CallSid=1&" + query) }
  }

  @Test func `Connect parties come from the call's own names first`() throws {
    let callback = try decode(
      "CallSid=1&EventType=Dial&CallFrom=11&From=12&CallTo=13&To=14&DialWhomNumber=15")
    #expect(callback.from?.text == "11" && callback.to?.text == "14")
    #expect(callback.virtualNumber?.text == "13" && callback.agent?.text == "15")
    let short = try decode("CallSid=1&EventType=Dial&From=12&To=14&DialWhomNumber=15")
    #expect(short.from?.text == "12" && short.virtualNumber?.text == "14")
    let other = try decode("CallSid=1&EventType=Dial&CallTo=13&DialWhomNumber=15")
    #expect(other.to?.text == "13" && other.virtualNumber?.text == "13")
  }

  @Test func `StatusCallback parties and its ExoPhone`() throws {
    let callback = try decode(
      "CallSid=1&EventType=answered&CallFrom=11&From=12&CallTo=13&To=14&PhoneNumberSid=15"
        + "&Legs[0][Number]=16&Legs[0][CauseCode]=X&DialCallStatus=busy")
    #expect(callback.from?.text == "12" && callback.to?.text == "14")
    #expect(callback.virtualNumber?.text == "15" && callback.dialStatus == nil)
    #expect(callback.legs == [Callback.LegReport()])
  }

  @Test(arguments: [
    ("CurrentTime=01&Created=02&EndTime=03", "EventType=Dial&DialWhomNumber=9", Int64(1)),
    ("Created=02&EndTime=03", "EventType=Terminal&DialWhomNumber=9", 2),
    ("EventTime=01&EndTime=02&DateUpdated=03", "EventType=terminal", 1),
    ("EndTime=02&DateUpdated=03", "EventType=terminal", 2),
    ("EndTime=02&DateUpdated=03", "Status=completed", 2),
    ("EndTime=02&DateUpdated=03", "EventType=answered", 3),
    ("StartTime=05&EndTime=02&DateUpdated=03", "EventType=terminal", 3),
    ("CurrentTime=01&Created=02&EndTime=03", "CallType=completed", 1),
    ("Created=02&EndTime=03", "CallType=completed", 3), ("Created=02", "CallType=completed", 2),
  ])
  func `the event time is the best that is told`(
    times: String, said: String, minute: Int64
  ) throws {
    let dated = times.split(separator: "&").map { field in
      field.split(separator: "=").joined(separator: "=2022-04-06+10:") + ":00"
    }
    let callback = try decode("CallSid=1&" + said + "&" + dated.joined(separator: "&"))
    let tenOClock: Int64 = 1_649_219_400
    #expect(callback.eventTime == Instant(seconds: tenOClock + minute * 60))
  }

  @Test func `the body comes before the query, which fills what it left unknown`() throws {
    let raw = RawCallback(
      method: "POST", target: "/exotel?CallSid=query&CustomField=query&key=s",
      contentType: "application/json; charset=utf-8",
      body: Array("{\"CallSid\":\"body\",\"Status\":\"completed\",\"CustomField\":null}".utf8))
    let callback = try CallbackDecoder().decode(raw)
    #expect(callback.sid == "body" && callback.customField == "query")
    var get = raw
    get.method = "GET"
    #expect(throws: CallbackDecodingError.nothingSaid) { try CallbackDecoder().decode(get) }
  }

  @Test(arguments: [
    (" \r\n{\"CallSid\":\"1\",\"Status\":\"free\"}", nil), ("CallSid=1&Status=free", nil),
    ("{\"CallSid\":\"1\",\"Status\":\"free\"}", "Application/JSON"),
    ("CallSid=1&Status=free", " application/x-www-form-urlencoded ;charset=UTF-8"),
  ])
  func `the encoding is the content type's, or else what the body looks like`(
    body: String, type: String?
  ) throws {
    let raw = RawCallback(method: "POST", target: "/", contentType: type, body: Array(body.utf8))
    #expect(try CallbackDecoder().decode(raw).sid == "1")
  }

  @Test func `a POST without a body is its query`() throws {
    let raw = RawCallback(
      method: "POST", target: "/?CallSid=1&Status=busy", contentType: "text/plain")
    #expect(try CallbackDecoder().decode(raw).event == .dial)
  }

  @Test func `views get every field in its order, clean`() throws {
    let raw = RawCallback(
      method: "GET", target: "/?b=%1b[1mx&CallSid=1&a=null&b=y&Legs[0][Cause]=16&c")
    let fields = try CallbackDecoder().fields(of: raw)
    #expect(fields.all.map(\.name) == ["b", "CallSid", "a", "b", "Legs[0][Cause]", "c"])
    #expect(fields.all.map(\.value) == ["x", "1", nil, "y", "16", nil])
    #expect(fields["b"] == "x" && fields["a"] == nil && fields["d"] == nil)
  }
}
