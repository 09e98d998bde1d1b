import CallModel
import Testing

@testable import CallbackWire

@Suite struct CallbackReviewTests {
  private func review(_ query: String, country: Country = .india) -> CallbackReview {
    CallbackDecoder(country: country).review(
      RawCallback(method: "GET", target: "/exotel?" + query))
  }

  private func kinds(_ query: String, of field: String? = nil) -> [ReviewRemark.Kind] {
    review("CallSid=c1&EventType=Dial&" + query).all.filter { $0.field == field }.map(\.remark.kind)
  }

  /// What is more than a note in the recorded requests, by file, as `Field kind`.
  private static let oddities: [String: Set<String>] = [
    "connect-odd-values": [
      "Status spelling", "EventType spelling", "CustomField control-characters",
      "EventType repeated",
    ],
    "connect-unknown-event": ["EventType unknown-word"], "connect-without-agent": ["- no-agent"],
    "status-terminal-insights": ["Legs[1][Insights][Status] spelling"],
    "status-terminal-without-legs": ["- legs"],
    "status-terminal-second-leg-never-dialed": ["EndTime end-before-start"],
    "connect-cancelled": ["EventType unknown-word"],
    "softphone-terminal-unknown-word": ["CallStatus unknown-word"],
    "contact-centre-answered-bare": ["- no-direction"],
    "contact-centre-active-bare": ["- no-direction"],
    "stream-cancelled": ["Stream[Status] spelling"],
    "not-understood": ["- not-understood"],
  ]

  @Test func `the recorded requests are taken, and their oddities are found`() throws {
    for request in try RecordedRequest.all() {
      let review = CallbackDecoder().review(request.raw)
      #expect(try review.result.get().content.callback == CallbackDecoder().decode(request.raw))
      let names = try CallbackDecoder().fields(of: request.raw).all.map(\.name)
      #expect(review.fields.map(\.name) == names, "\(request.name)")
      let found = review.all.filter { $0.remark.severity > .note }
        .map { "\($0.field ?? "-") \($0.remark.kind.rawValue)" }
      #expect(Set(found) == Self.oddities[request.name] ?? [], "\(request.name)")
      let unknown = review.fields.filter { $0.meaning == nil }.map(\.name)
      #expect(unknown.isEmpty, "\(request.name): \(unknown)")
    }
  }

  @Test(arguments: [
    ("Status=%20BUSY", "Status", ReviewRemark.Kind.spelling),
    ("Status=frei", "Status", .unknownWord),
    ("DialWhomNumber=09880000001", "DialWhomNumber", .numberSpelling),
    ("DialWhomNumber=%20919880000001", "DialWhomNumber", .numberSpelling),
    ("DialWhomNumber=sip:asha@example.com", "DialWhomNumber", .noNumber),
    ("DialWhomNumber=204", "DialWhomNumber", .noNumber),
    ("DialWhomNumber=%2B91886799xxxx", "DialWhomNumber", .masked),
    ("DialWhomNumber=undefined", "DialWhomNumber", .notKnown), ("To=", "To", .notKnown),
    ("EndTime=1970-01-01 05:30:00", "EndTime", .noTime),
    ("EndTime=0000-00-00 00:00:00", "EndTime", .noTime), ("EndTime=soon", "EndTime", .badTime),
    ("EndTime=2022-02-30 10:00:00", "EndTime", .badTime),
    ("StartTime=2022-04-06 10:00:00&EndTime=2022-04-06 09:00:00", "EndTime", .endBeforeStart),
    ("ConversationDuration=long", "ConversationDuration", .badDuration),
    ("ConversationDuration=86401", "ConversationDuration", .badDuration),
    ("Legs[0][RingingDuration]=0", "Legs[0][RingingDuration]", .notKnown),
    ("Weather=fine", "Weather", .unknownField),
    ("CustomField=a%1B[2Jb", "CustomField", .controlCharacters),
    ("From=098&From=099", "From", .repeated),
  ])
  func `each oddity is found where it is`(query: String, field: String, kind: ReviewRemark.Kind) {
    let query = query.replacing(" ", with: "%20")
    #expect(kinds(query, of: field).contains(kind), "\(kinds(query, of: field))")
  }

  @Test(arguments: [
    "Status=busy", "Status=Free", "DialWhomNumber=%2B919880000001", "EndTime=2022-04-06 10:44:40",
    "EndTime=Tue, 16 Feb 2016 15:56:26", "EndTime=2024-01-15T10:30:00%2B05:30",
    "ConversationDuration=32", "Legs[0][Insights][RingingDuration]=4.35", "From=098&From=098",
    "passthru=CallSid%3Dc1",
  ])
  func `what is usual is nothing to speak of`(query: String) {
    let found = review("CallSid=c1&EventType=Dial&" + query.replacing(" ", with: "%20")).all
      .filter { $0.field != nil }
    #expect(found.allSatisfy { $0.remark.severity == .note })
    #expect(found.allSatisfy { $0.remark.kind != .repeated })
  }

  @Test func `what is refused is told with its fields, and secrets are not`() {
    let refused = review("CallSid=a%20b&EventType=Dial&key=sesam")
    #expect(refused.callback == nil)
    #expect(refused.remarks.map(\.kind) == [.rejected])
    #expect(refused.fields.map(\.value) == ["a b", "Dial", "***"])
  }

  @Test func `a long text is told with its length`() {
    let long = String(repeating: "x", count: 1_025)
    #expect(kinds("CustomField=" + long, of: "CustomField") == [.tooLong])
    #expect(kinds("RecordingUrl=" + long, of: "RecordingUrl").isEmpty)
    let link = String(repeating: "x", count: 4_097)
    #expect(kinds("RecordingUrl=" + link, of: "RecordingUrl") == [.tooLong])
  }

  @Test func `one status means different things`() {
    func meaning(_ query: String) -> String? {
      review(query).fields.first { $0.name == "Status" }?.meaning
    }
    #expect(
      meaning("CallSid=c&EventType=Dial&DialWhomNumber=1&Status=busy")?.contains("agent") == true)
    #expect(meaning("CallSid=c&DateUpdated=x&Status=busy")?.contains("line was busy") == true)
    #expect(meaning("CallSid=c&EventType=answered&Status=no-answer")?.contains("not final") == true)
  }

  private static let outbound =
    "EventType=stream-start&From=08044556678&To=1&Direction=outbound-api"
  private static let bridge = "greenvn=1&on_call_duration=1&call_type="
  private static let toLine = "EventType=terminal&From=1&To=08044556678&PhoneNumberSid=08044556678"

  @Test(arguments: [
    ("CallState=active&FromNumber=1&DialWhomNumber=3", "FromNumber", "the caller"),
    ("CallState=active&ToNumber=2&DialWhomNumber=3", "ToNumber", "the ExoPhone"),
    ("CallState=active&FromNumber=1&ToNumber=2", "FromNumber", "the agent"),
    ("CallState=active&FromNumber=1&ToNumber=2", "ToNumber", "the customer"),
    ("event=missed_call&from=1&to=2", "to", "the agent"),
    (outbound, "From", "the ExoPhone"), (outbound, "To", "the customer"),
    ("EventType=stream-start&From=1&To=2", "From", "the caller"),
    (toLine, "From", "the customer"), (toLine, "To", "the ExoPhone"),
    ("EventType=terminal&From=1&To=2", "To", "leg 2"),
    ("EventType=terminal&From=1&To=2&Direction=inbound", "To", "the ExoPhone"),
    ("CallType=odd&CallFrom=1", "CallFrom", "the caller"),
    ("CallType=odd&From=1", "From", "one of the numbers"),
    (bridge + "completed", "on_call_duration", "seconds that both talked"),
    (bridge + "call-attempt", "on_call_duration", "seconds of a call that has not ended"),
  ])
  func `it is explained who is who as the board decides it`(
    query: String, field: String, meaning: String
  ) {
    let found = review("CallSid=c1&" + query).fields.first { $0.name == field }
    #expect(found?.meaning == meaning)
  }

  @Test(arguments: [
    ("CallType=odd&CallFrom=1", "CallType"), ("call_type=odd&greenvn=1", "CallType"),
    ("Wonder=1", "none of the fields"),
  ])
  func `it is told why a request is not understood`(query: String, word: String) throws {
    let sign = try review("CallSid=c1&" + query).result.get().sign
    #expect(sign.kind == .unknown && sign.reason.contains(word))
  }

  @Test func `entries of Legs beyond the last that is taken are told`() {
    let remarks = review("CallSid=c1&CallType=completed&Legs[200][Number]=1").remarks
    #expect(remarks.contains { $0.kind == .legs && $0.text.contains("200") })
    let last = review("CallSid=c1&CallType=completed&Legs[199][Number]=1").remarks
    #expect(!last.contains { $0.kind == .legs })
  }
}
