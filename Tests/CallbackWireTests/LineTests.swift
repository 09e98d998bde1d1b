import CallModel
import CallbackWire
import Testing

/// Which field names the line, in every family (`families.md` § 1, `board.md` § 3).
@Suite struct LineTests {
  typealias Kind = Callback.LineName.Kind

  private static let ours: [(field: String, kind: Kind)] = [
    ("VirtualNumber", .virtualNumber), ("exophone", .exophone), ("greenvn", .greenvn),
    ("PhoneNumberSid", .phoneNumberSid),
  ]

  private static let connect = "EventType=Dial&Status=busy&DialWhomNumber=9&CallFrom=1"
  private static let flow = "CallType=call-attempt&CallFrom=1"
  private static let stream = "EventType=stream-start&From=1"
  private static let inbound = "EventType=terminal&Status=completed&From=1&Direction=inbound"
  private static let outbound = "EventType=terminal&Status=completed&From=1&Direction=outbound-api"
  private static let phone = "CallState=active&FromNumber=1"
  private static let event = "event=incoming_call&from=1"
  private static let centre = "call_details[call_state]=active"
  private static let leg = "event_sid=e&data[leg_sid]=l&data[contact_uri]=1"
  private static let campaign = "campaign_sid=c&status=completed&number=1"

  /// The line as the request tells it, with `fields` behind.
  private func line(_ request: String, _ fields: String = "") throws -> Callback.LineName? {
    try decode("CallSid=c1&" + request + fields).line
  }

  private func name(_ number: String, _ kind: Kind) -> Callback.LineName {
    .init(PhoneNumber(number, country: .india), kind)
  }

  @Test(
    arguments: [
      connect, flow, stream, inbound, outbound, phone, event, centre, leg, campaign,
      "Status=completed", "DialCallStatus=busy",
    ])
  func `each field that is our number names the line, the best kind first`(
    request: String
  ) throws {
    var fields = ""
    for (place, (field, kind)) in Self.ours.enumerated().reversed() where field != "greenvn" {
      fields += "&\(field)=0804455660\(place)"
      #expect(try line(request, fields) == name("0804455660\(place)", kind))
    }
  }

  @Test(arguments: [connect, flow, stream, inbound])
  func `To comes behind all others`(request: String) throws {
    #expect(try line(request, "&To=08044556678") == name("08044556678", .to))
    let sid = "&To=08044556678&PhoneNumberSid=08044556679"
    #expect(try line(request, sid) == name("08044556679", .phoneNumberSid))
  }

  @Test(arguments: [connect, flow, stream])
  func `CallTo comes before all others`(request: String) throws {
    let fields = "&CallTo=08044556677&VirtualNumber=08044556678&To=08044556679"
    #expect(try line(request, fields) == name("08044556677", .callTo))
  }

  @Test func `whom a call goes to is no line`() throws {
    #expect(try line(Self.outbound, "&To=09812300001") == nil)
    #expect(try line("Status=completed&From=1", "&To=09812300001") == nil)
    #expect(try line(Self.campaign, "&To=09812300001") == nil)
    #expect(try line(Self.event, "&to=09880000001") == nil)
    #expect(
      try line("greenvn=08044556678&from=1&call_type=completed", "&to=09880000001")
        == name("08044556678", .greenvn))
    #expect(try line(Self.phone, "&ToNumber=09812300001&Direction=outbound") == nil)
  }

  @Test func `a softphone's call that comes in is to its line`() throws {
    let fields = "&ToNumber=08044556678&Direction=incoming"
    #expect(try line(Self.phone, fields) == name("08044556678", .to))
  }

  @Test func `a contact centre and a leg name theirs first`() throws {
    let other = "&VirtualNumber=08044556679&exophone=08044556679"
    #expect(
      try line(Self.centre, "&call_details[virtual_number]=08044556678" + other)
        == name("08044556678", .virtualNumber))
    #expect(
      try line(Self.leg, "&data[exophone]=08044556678&exophone=08044556679")
        == name("08044556678", .exophone))
  }

  @Test func `a bot's call that goes out is from its line`() throws {
    let request = "EventType=stream-start&From=08044556678&To=1&Direction=outbound-api"
    #expect(try line(request) == name("08044556678", .to))
    #expect(try line(request, "&exophone=08044556679") == name("08044556679", .exophone))
  }
}
