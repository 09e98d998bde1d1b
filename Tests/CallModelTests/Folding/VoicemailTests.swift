import Testing

@testable import CallModel

/// A flow that ended without a dialed agent and with a voicemail is voicemail (`families.md` § 1).
@Suite struct VoicemailTests {
  private func flow(
    _ event: Callback.Event, _ agent: String? = nil, dial: String? = nil
  ) -> Callback {
    var callback = Floor.connect(event, agent, at: 10)
    callback.voicemailURL = "https://recordings.example.com/1.mp3"
    callback.way = .incoming
    callback.dialStatus = dial
    return callback
  }

  @Test(arguments: ["completed", "client-hangup", "incomplete", "voicemail"])
  func `whatever word ends the flow`(_ word: String) {
    let call = MixedCalls.call([flow(.disposition(word))])
    #expect(call?.outcome == .voicemail)
    let status = MixedCalls.inbound(["completed", nil], at: 20)
    #expect(MixedCalls.call([flow(.disposition(word)), status])?.outcome == .voicemail)
  }

  @Test(arguments: [
    MixedCalls.inbound(["completed", nil], at: 20), MixedCalls.inbound(["canceled", nil], at: 20),
    MixedCalls.inbound([], at: 20), MixedCalls.payload("completed", at: 20),
    MixedCalls.payload("busy", at: 20),
  ])
  func `whatever word of a StatusCallback ends the call`(_ status: Callback) {
    #expect(MixedCalls.call([flow(.flow), status])?.outcome == .voicemail)
  }

  @Test func `a call in which an agent was dialed is none`() {
    let answered = MixedCalls.inbound(["completed", "completed"], talk: 12, at: 20)
    #expect(MixedCalls.call([flow(.flow), answered])?.outcome == .completed)
    let missed = MixedCalls.inbound(["completed", "no-answer"], at: 20)
    #expect(MixedCalls.call([flow(.flow), missed])?.outcome == .missed)
    #expect(MixedCalls.call([flow(.disposition("completed"), "asha")])?.outcome == .completed)
    let told = flow(.disposition("completed"), dial: "completed")
    #expect(MixedCalls.call([told])?.outcome == .completed)
    var legs = flow(.disposition("completed"))
    legs.legs = [.init(onCall: .seconds(12))]
    #expect(MixedCalls.call([legs])?.outcome == .completed)
  }

  @Test func `a call that goes out is none`() {
    var flow = flow(.flow)
    flow.way = .outgoing
    let status = MixedCalls.status(["completed", "completed"], talk: 12, at: 20)
    #expect(MixedCalls.call([flow, status])?.outcome == .completed)
  }

  @Test func `without a message a flow ends as it is told`() {
    var flow = flow(.disposition("completed"))
    flow.voicemailURL = nil
    #expect(MixedCalls.call([flow])?.outcome == .completed)
  }
}
