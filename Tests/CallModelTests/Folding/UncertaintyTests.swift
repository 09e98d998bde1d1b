import Testing

@testable import CallModel

/// A leg of an agent that is dialed or rings may be the conversation where nobody would tell.
@Suite struct UncertaintyTests {
  private func isUncertain(
    _ callbacks: [Callback], at now: Double, facts: AccountFacts = AccountFacts()
  ) throws -> Bool {
    var history = CallHistory()
    for callback in callbacks {
      _ = history.insert(SharedCallback(callback), arrivedAt: Floor.at(0))
    }
    let call = try #require(
      CallFold.call(
        history, now: Floor.at(now), rules: CallRules(), roster: Roster(), facts: facts))
    if now < 60 { #expect(call.deadline ?? .max <= Floor.at(60)) }
    return call.isUncertain
  }

  private static let active: Callback = {
    var callback = Callback(sid: "c1", family: .softphone, event: .begin)
    (callback.from, callback.to) = (Floor.number("asha"), Floor.number("customer"))
    callback.way = .outgoing
    return callback
  }()

  @Test(arguments: [active, Floor.status(.ringing, at: 0)])
  func `a call that an agent places is uncertain once nobody has told of an answer for long`(
    _ callback: Callback
  ) throws {
    #expect(try !isUncertain([callback], at: 59))
    #expect(try isUncertain([callback], at: 60))
  }

  @Test func `it is certain where answers are told`() throws {
    let ringing = Floor.status(.ringing, at: 0)
    #expect(try !isUncertain([ringing, Floor.status(.answered, at: 5)], at: 300))
    var facts = AccountFacts()
    _ = facts.learn(
      .progress(
        line: Floor.number("line").key, family: .statusCallback, since: Floor.at(-60)))
    #expect(try !isUncertain([ringing], at: 300, facts: facts))
  }

  @Test func `a call without an agent has no attempt`() throws {
    var campaign = Callback(sid: "c1", family: .campaign, event: .dial, eventTime: Floor.at(0))
    campaign.customer = Floor.number("customer")
    #expect(try !isUncertain([campaign], at: 300))
  }
}
