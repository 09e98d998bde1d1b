import CallModel
import CallbackWire
import Testing

/// What single words of a family mean (`families.md` § 3).
@Suite struct FamilyReadingTests {
  @Test(arguments: [
    ("call_type=call-attempt", nil), ("dial_call_status=in-progress", nil),
    ("dial_call_status=answered&call_type=completed", nil),
    ("call_type=completed", Duration.seconds(12)), ("dial_call_status=completed", .seconds(12)),
  ])
  func `ExoBridge tells talk time only where it ends something`(
    words: String, talk: Duration?
  ) throws {
    let callback = try decode("call_sid=1&greenvn=2&from=3&to=4&on_call_duration=12&" + words)
    #expect(callback.family == .bridge && callback.talk == talk)
  }

  @Test func `ExoBridge names its agent by To, beside a live word too`() throws {
    let callback = try decode("call_sid=1&greenvn=2&from=3&to=4&dial_call_status=ringing")
    #expect(callback.event == .ringing && callback.agent?.text == "4")
    let ofFlow = try decode("call_sid=1&greenvn=2&from=3&DialWhomNumber=4&dial_call_status=ringing")
    #expect(ofFlow.event == .note && ofFlow.agent == nil)
  }

  @Test(arguments: ["missed_call", "call_missed"])
  func `only a call that comes in is missed by an agent`(event: String) throws {
    let callback = try decode("event=\(event)&call_sid=1&from=09812300001&to=09880000001")
    #expect(callback.way == .incoming)
    #expect(callback.agent?.text == "09880000001" && callback.from?.text == "09812300001")
    let told = try decode("event=\(event)&call_sid=1&from=1&to=2&direction=outbound")
    #expect(told.way == .outgoing && told.agent == nil)
    let line = try decode("event=\(event)&call_sid=1&from=1&to=08044556678&exophone=08044556678")
    #expect(line.way == .incoming && line.agent == nil)
  }

  @Test func `other events of a newer softphone do not tell which way a call goes`() throws {
    for event in ["call_ringing", "call_answered", "call_completed"] {
      #expect(try decode("event=\(event)&call_sid=1&from=1&to=2").way == nil)
    }
  }
}
