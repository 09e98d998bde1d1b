import Testing

@testable import CallModel

/// What the final word of a softphone says of the attempt in a call that comes in.
@Suite struct SoftphoneWordTests {
  private func call(_ word: Callback.FinalWord, isRinging: Bool = false) throws -> Call {
    var begin = Callback(sid: "c1", family: .softphone, event: .begin)
    begin.agent = Floor.number("asha")
    begin.customer = Floor.number("customer")
    begin.way = .incoming
    var end = begin
    (end.event, end.eventTime, end.finalWord) = (.terminal, Floor.at(9), word)
    var history = CallHistory()
    _ = history.insert(SharedCallback(begin), arrivedAt: Floor.at(0))
    if isRinging {
      var ringing = begin
      (ringing.event, ringing.eventTime) = (.ringing, Floor.at(3))
      _ = history.insert(SharedCallback(ringing), arrivedAt: Floor.at(3))
    }
    _ = history.insert(SharedCallback(end), arrivedAt: Floor.at(9))
    return try #require(
      CallFold.call(
        history, now: Floor.at(10), rules: CallRules(), roster: Roster(), facts: AccountFacts()))
  }

  @Test func `an agent who was not dialed has not missed the call`() throws {
    let call = try call(.init(.notDialed, of: .to))
    let leg = try #require(call.legs.last)
    #expect(leg.outcome == .notDialed)
    #expect(leg.endedAt == nil)
    #expect(call.outcome == .missed)
    #expect(AgentPart.parts(of: call, people: AccountFacts().people).isEmpty)
  }

  @Test func `a phone that rang was dialed, whatever word comes`() throws {
    let leg = try #require(try call(.init(.notDialed, of: .to), isRinging: true).legs.last)
    #expect(leg.outcome == .failed)
    #expect(leg.endedAt == Floor.at(9))
  }
}
