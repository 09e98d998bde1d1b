import Testing

@testable import CallModel

@Suite struct CallFoldTests {
  @Test(arguments: Histories.Kind.allCases)
  func `a call does not depend on the order and the repetition of its callbacks`(
    _ kind: Histories.Kind
  ) {
    for seed in 0..<20 {
      var histories = Histories(seed: UInt64(seed) &* 7919)
      let callbacks = histories.history(kind)
      #expect(Orders.firstDiffering(of: callbacks, seed: seed) == nil, "\(kind), seed \(seed)")
    }
  }

  @Test func `a deadline is kept however late time is asked`() throws {
    var rules = CallRules()
    rules.staleAfter = .seconds(5)
    var history = CallHistory()
    _ = history.insert(
      SharedCallback(Floor.connect(.ringing, "asha", at: 0)), arrivedAt: Floor.at(0))
    _ = history.insert(
      SharedCallback(Floor.connect(.terminal, "asha", at: 1)), arrivedAt: Floor.at(1))
    for seconds in [6.0, 61, 600] {
      let call = try #require(
        CallFold.call(
          history, now: Floor.at(seconds), rules: rules, roster: Roster(), facts: AccountFacts()))
      #expect(call.outcome == .unknown)
      #expect(call.anomalies.contains(.lostTerminal))
    }
  }

  @Test func `an unbelievable event time leaves the live clock to the arrival`() throws {
    var history = CallHistory()
    _ = history.insert(
      SharedCallback(Floor.connect(.ringing, "asha", at: -9_000)), arrivedAt: Floor.at(0))
    let call = try #require(
      CallFold.call(
        history, now: Floor.at(1), rules: CallRules(), roster: Roster(), facts: AccountFacts()))
    #expect(call.clock == Floor.at(0))
    #expect(call.believedStart == Floor.at(-9_000))
    #expect(call.legs[1].ringingAt == Floor.at(-9_000))
  }

  @Test func `an unbelievable start is the first arrival`() throws {
    for (start, believed) in [(-15_000.0, -15_000.0), (-15_001, 0), (5, 5), (6, 0)] {
      var history = CallHistory()
      _ = history.insert(
        SharedCallback(Floor.connect(.ringing, "asha", at: start)), arrivedAt: Floor.at(0))
      let call = try #require(
        CallFold.call(
          history, now: Floor.at(1), rules: CallRules(), roster: Roster(), facts: AccountFacts()))
      #expect(call.believedStart == Floor.at(believed))
    }
  }

  @Test func `a callback without a time takes its arrival, and nothing before what was told`() {
    var history = CallHistory()
    _ = history.insert(
      SharedCallback(Floor.connect(.dial, "asha", at: -9_000)), arrivedAt: Floor.at(0))
    var untimed = Floor.connect(.ringing, "asha", at: 0)
    untimed.eventTime = nil
    _ = history.insert(SharedCallback(untimed), arrivedAt: Floor.at(2))
    #expect(history.deliveries.map(\.time) == [Floor.at(-9_000), Floor.at(2)])
    _ = history.insert(
      SharedCallback(Floor.connect(.answered, "asha", at: 9)), arrivedAt: Floor.at(3))
    untimed.event = .terminal
    _ = history.insert(SharedCallback(untimed), arrivedAt: Floor.at(4))
    #expect(history.deliveries.last?.time == Floor.at(9))
  }

  @Test func `a call takes a thousand different callbacks and no more`() {
    var history = CallHistory()
    for second in 0..<CallHistory.capacity {
      let callback = Floor.connect(.ringing, "asha", at: Double(second))
      #expect(
        history.insert(SharedCallback(callback), arrivedAt: Floor.start) == .inserted(AnomalySet()))
    }
    let more = Floor.connect(.ringing, "asha", at: 5_000)
    #expect(history.insert(SharedCallback(more), arrivedAt: Floor.start) == .refused)
    #expect(history.deliveries.count == CallHistory.capacity)
    #expect(history.arrivalAnomalies.contains(.contradiction))
  }
}
