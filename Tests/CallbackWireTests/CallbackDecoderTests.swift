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
    ("EventType=Cancelled&Status=free&DialWhomNumber=9", .terminal),
    ("Status=busy&DialWhomNumber=9", .dial), ("Status=Free&DialWhomNumber=9", .terminal),
    ("Status=free&CurrentTime=2022-04-06+10:44:40", .terminal),
    ("Status=busy&DialWhomNumber=9&DateUpdated=2022-04-06+10:44:40", .dial),
    ("status=busy&dial_whom_number=9", .dial),
  ])
  func `these come from the Connect applet`(query: String, event: Callback.Event) throws {
    let callback = try decode("CallSid=1&" + query)
    #expect(callback.family == .connect && callback.event == event)
  }

  @Test(arguments: [
    ("EventType=terminal&Status=completed", Callback.Event.terminal),
    ("EventType=terminal&Status=busy&DateUpdated=2022-04-06+10:44:40", .terminal),
    ("EventType=ringing&Status=busy&Legs[0][OnCallDuration]=0", .ringing),
    ("EventType=answered&CallFrom=1&Legs[0][Status]=in-progress", .answered),
    ("EventType=answered&CallFrom=1&DateUpdated=x", .answered),
    ("EventType=queued", .other("queued")), ("EventType=answered&DialWhomNumber=null", .answered),
    ("Status=completed", .terminal), ("Status=no-answer&DialWhomNumber=9", .terminal),
    ("Status=busy&DateUpdated=2022-04-06+10:44:40", .terminal),
    ("Status=busy", .terminal), ("Status=ringing", .note), ("Status=free", .other("free")),
    (
      "Status=busy&DialWhomNumber=9&StartTime=2022-04-06+10:44:40&EndTime=2022-04-06+10:45:00",
      .terminal
    ),
  ])
  func `these are StatusCallbacks`(query: String, event: Callback.Event) throws {
    let callback = try decode("CallSid=1&" + query)
    #expect(callback.family == .statusCallback && callback.event == event)
  }

  @Test(arguments: [
    ("CallType=Completed", Callback.Event.disposition("completed")),
    ("CallType=client+hangup", .disposition("client-hangup")),
    ("CallType=incomplete&EventType=null&Status=busy", .disposition("incomplete")),
    ("CallType=call-attempt&DialCallStatus=no-answer", .flow), ("CallFrom=1", .flow),
    ("From=1&digits=2", .flow), ("DialCallStatus=no-answer", .disposition("incomplete")),
    ("DialCallStatus=canceled", .disposition("client-hangup")),
    ("DialCallStatus=completed", .disposition("completed")),
    ("CallType=completed&DialCallStatus=ringing&DialWhomNumber=9", .ringing),
    ("DialCallStatus=in-progress&DialWhomNumber=9", .answered),
    ("DialCallStatus=queued&DialWhomNumber=9", .begin), ("DialCallStatus=queued", .note),
  ])
  func `these are a flow's`(query: String, event: Callback.Event) throws {
    let callback = try decode("CallSid=1&" + query)
    #expect(callback.family == .flow && callback.event == event)
  }

  @Test(arguments: [
    "", "Wonder=1", "EventType=null&Status=&CallType=none", "Legs[0][Status]=x", "CallType=odd",
  ])
  func `a request that only names its call is taken`(query: String) throws {
    let callback = try decode("CallSid=1&" + query)
    #expect(callback.family == nil && callback.isOdd && callback.event.isOther)
  }

  @Test func `of many names that came the first twelve are told, long ones cut`() {
    let names = (1...20).map { "Name\($0)" + String(repeating: "x", count: 100) }
    #expect {
      try decode(names.map { $0 + "=1" }.joined(separator: "&"))
    } throws: { error in
      error as? CallbackDecodingError
        == .missingSid(came: names.prefix(12).map { String($0.prefix(64)) })
    }
  }

  @Test func `a request that names no call is told what came and what was looked for`() {
    let error = CallbackDecodingError.missingSid(came: ["Status", "From"])
    #expect(throws: error) { try decode("Status=busy&From=1") }
    #expect(error.description.contains("Status, From"))
    #expect(error.description.contains("call_details.call_sid"))
  }

  @Test func `a body that cannot be read does not refuse a query that names a call`() throws {
    let raw = RawCallback(
      method: "POST", target: "/?CallSid=1&CallFrom=2", contentType: "application/json",
      body: Array("{".utf8))
    let callback = try CallbackDecoder().decode(raw)
    #expect(callback.sid == "1" && callback.family == .flow && callback.isOdd)
  }

  @Test func `Connect parties come from the call's own names first`() throws {
    let callback = try decode(
      "CallSid=1&EventType=Dial&CallFrom=11&From=12&CallTo=13&To=14&DialWhomNumber=15")
    #expect(callback.from?.text == "11" && callback.to?.text == "14")
    #expect(callback.line?.number.text == "13" && callback.agent?.text == "15")
    let short = try decode("CallSid=1&EventType=Dial&From=12&To=14&DialWhomNumber=15")
    #expect(short.from?.text == "12" && short.line?.number.text == "14")
    let other = try decode("CallSid=1&EventType=Dial&CallTo=13&DialWhomNumber=15")
    #expect(other.to?.text == "13" && other.line?.number.text == "13")
  }

  @Test func `StatusCallback parties and its ExoPhone`() throws {
    let callback = try decode(
      "CallSid=1&EventType=answered&CallFrom=11&From=12&CallTo=13&To=14&PhoneNumberSid=15"
        + "&Legs[0][Number]=16&Legs[0][CauseCode]=X&DialCallStatus=busy")
    #expect(callback.from?.text == "12" && callback.to?.text == "14")
    #expect(callback.line?.number.text == "15" && callback.dialStatus == nil)
    #expect(callback.legs.map(\.index) == [0])
  }

  @Test(arguments: [
    ("CurrentTime=01&Created=02&EndTime=03", "EventType=Dial&DialWhomNumber=9", Int64(1)),
    ("EventTime=01&EndTime=02&DateUpdated=03", "EventType=terminal", 1),
    ("EndTime=02&DateUpdated=03", "EventType=terminal", 2),
    ("EndTime=02&DateUpdated=03", "Status=completed", 2),
    ("EndTime=02&DateUpdated=03", "EventType=answered", 3),
    ("StartTime=05&EndTime=02&DateUpdated=03", "EventType=terminal", 3),
    ("CurrentTime=01&Created=02&EndTime=03", "CallType=completed", 1),
    ("Created=02&EndTime=03", "CallType=completed", 3),
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
    #expect(try CallbackDecoder().decode(get).sid == "query")
  }

  @Test(arguments: [
    ("RecordingUrlList=b", "RecordingUrlList=q", "b"),
    ("RecordingUrlList[0]=b&RecordingUrlList[1]=c", "RecordingUrlList[0]=q", "c"),
    ("recordings[0][url]=b", "recordings=q", "b"), ("CallRecordings=", "CallRecordings=q", "q"),
    ("CallFrom=1", "CallRecordings[0]=p&CallRecordings[1]=q", "q"),
    ("call_details[recordings][0]=b", "call_details[recordings]=q", "b"),
  ])
  func `a list of the body comes before that of the query`(
    body: String, query: String, recording: String
  ) throws {
    let raw = RawCallback(
      method: "POST", target: "/?" + query, body: Array("CallSid=1&CallFrom=2&\(body)".utf8))
    #expect(try CallbackDecoder().decode(raw).recordingURL == recording)
  }

  @Test(arguments: [
    ("\u{FEFF}{\"CallSid\":\"1\",\"Status\":\"free\"}", nil),
    ("\u{FEFF} \n{\"CallSid\":\"1\",\"Status\":\"free\"}", nil),
    ("\u{FEFF}{\"CallSid\":\"1\",\"Status\":\"free\"}", "application/json"),
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
    #expect(try CallbackDecoder().decode(raw).event == .terminal)
  }

  @Test(arguments: [
    (
      "From=08044556678&To=09812300001&Direction=outbound-api", "08044556678",
      Callback.LineName.Kind.to
    ),
    ("From=098&To=09812300001&CallTo=08044556678&Direction=outbound-api", "08044556678", .callTo),
    ("From=09812300001&To=08044556678&Direction=inbound", "08044556678", .to),
  ])
  func `a stream names its line by CallTo, else by the end that is ours`(
    query: String, line: String, kind: Callback.LineName.Kind
  ) throws {
    let raw = RawCallback(
      method: "GET", target: "/?CallSid=1&EventType=stream-start&StreamSid=s&" + query)
    let name = try #require(try CallbackDecoder().decode(raw).line)
    #expect(name == .init(PhoneNumber(line, country: .india), kind))
  }

  @Test(arguments: [("stream-start", false), ("stream-stop", true), ("Stream_Stop", true)])
  func `a stream that stops says so, though no status is told`(
    event: String, hasStopped: Bool
  ) throws {
    let raw = RawCallback(
      method: "GET", target: "/?CallSid=1&EventType=\(event)&StreamSid=s&From=098")
    let stream = try #require(try CallbackDecoder().decode(raw).stream)
    #expect(stream.hasStopped == hasStopped)
    #expect(stream.status == nil)
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
