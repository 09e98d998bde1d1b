import Testing

@testable import CallModel

/// Where callbacks without a time stand among those that tell one.
@Suite struct UntimedOrderTests {
  private static func disposition(
    _ word: String, _ agent: String?, _ status: String?, at seconds: Double
  ) -> Callback {
    var callback = Floor.connect(.disposition(word), agent, at: seconds)
    callback.dialStatus = status
    return callback
  }

  private static func dialWithoutTime() -> Callback {
    var dial = Floor.connect(.dial, "asha", at: 0)
    dial.eventTime = nil
    return dial
  }

  @Test(arguments: [10.2, 10.5]) func `a disposition settles what came untimed in its second`(
    _ arrival: Double
  ) {
    let rejected = Self.disposition("incomplete", "asha", "busy", at: 10)
    let left = Self.disposition("client-hangup", nil, nil, at: 10)
    let expected: [(Callback, Call.Outcome, Leg.Outcome)] = [
      (rejected, .missed, .busy), (left, .abandoned, .canceled),
    ]
    for (disposition, outcome, legOutcome) in expected {
      for begin in [MixedCalls.popUp(.begin), Self.dialWithoutTime()] {
        let call = MixedCalls.call([begin, disposition], arriving: [10.3, arrival], at: 11)
        #expect(call?.outcome == outcome)
        #expect(call?.legs.count == 2)
        #expect(call?.legs.last?.outcome == legOutcome)
        #expect(call?.legs.last?.number == Floor.number("asha"))
      }
    }
  }

  @Test(arguments: [0.0, 2, 5, 19_800])
  func `an end by a slow clock, or one of another zone, ends all`(
    _ behind: Double
  ) {
    var disposition = Self.disposition("completed", "asha", "completed", at: 12 - behind)
    disposition.legs = [.init(number: Floor.number("asha"), onCall: .seconds(2))]
    let told = [MixedCalls.popUp(.begin), MixedCalls.popUp(.answered), disposition]
    let call = MixedCalls.call(told, arriving: [10.3, 11.9, 12.5], at: 13)
    #expect(call?.outcome == .completed)
    #expect(call?.legs.map(\.outcome) == [.completed, .completed])
    #expect(call?.talk == .seconds(2))
    #expect(call?.answeredAt == Floor.at(11.9))
    // Of the two an end of another zone holds: it is not compared with what our clock says.
    let ends = [0.0: 12, 19_800: 12 - behind]
    #expect(call?.endedAt == Floor.at(ends[behind] ?? 11.9))
    #expect(call?.legs.last?.endedAt == (behind == 0 ? Floor.at(12) : nil))
  }

  @Test(arguments: [3.0, 19_800]) func `an end by a slow clock ends the last of several attempts`(
    _ behind: Double
  ) {
    var other = MixedCalls.popUp(.begin)
    other.agent = Floor.number("ravi")
    let told = [
      MixedCalls.popUp(.begin), MixedCalls.popUp(.over), other,
      Self.disposition("client-hangup", nil, nil, at: 32 - behind),
    ]
    let call = MixedCalls.call(told, arriving: [10, 29, 30.3, 33], at: 34)
    #expect(call?.outcome == .abandoned)
    #expect(call?.legs.dropFirst().map(\.state) == [.ended, .ended])
  }

  @Test func `an end by a slower clock than can be comes before what arrived later`() {
    let told = [MixedCalls.popUp(.begin), Self.disposition("incomplete", "asha", "busy", at: 4)]
    let call = MixedCalls.call(told, arriving: [10.3, 10.5], at: 11)
    #expect(call?.state == .dialing)
  }

  @Test func `the terminal of an attempt ends an answer without a time`() {
    let told = [
      Floor.connect(.dial, "asha", at: 2), MixedCalls.popUp(.answered),
      Floor.connect(.terminal, "asha", at: 8),
    ]
    let call = MixedCalls.call(told, arriving: [2.5, 10.3, 11], at: 12)
    #expect(call?.isLive == false)
    #expect(call?.legs.count == 2)
    #expect(call?.outcome == .completed)
  }

  @Test func `nothing stands before what had been told when it came`() {
    let told = [
      Floor.connect(.dial, "ravi", at: 10), MixedCalls.popUp(.begin),
      Self.disposition("incomplete", nil, nil, at: 9),
    ]
    let call = MixedCalls.call(told, arriving: [10.2, 10.4, 11], at: 12)
    #expect(call?.legs.dropFirst().map(\.state) == [.dialing, .dialing])
  }

  @Test func `what has no time keeps the order of its arrival`() {
    var history = CallHistory()
    let events: [Callback.Event] = [.begin, .note, .over, .begin]
    for (place, event) in events.enumerated() {
      _ = history.insert(
        SharedCallback(MixedCalls.popUp(event)), arrivedAt: Floor.at(10.1 + Double(place) / 10))
    }
    for (time, arrival) in [(10.0, 10.8), (9, 11), (8, 11.5)] {
      let terminal = Floor.connect(.terminal, "asha", at: time)
      _ = history.insert(SharedCallback(terminal), arrivedAt: Floor.at(arrival))
      let untimed = history.deliveries.filter(\.isUntimed)
      #expect(untimed.map(\.callback.event) == events)
      #expect(untimed.allSatisfy { $0.time == $0.arrivedAt })
    }
    #expect(history.deliveries[3].callback.event == .begin)
    #expect(history.deliveries[4...].allSatisfy { $0.callback.event == .terminal })
  }

  /// Their own arrivals are all that counts: those that tell their time come in any order, before or
  /// after them.
  @Test(arguments: 0..<150) func `what tells its time may come in any order beside them`(
    _ seed: Int
  ) {
    var random = Seeded(UInt64(seed))
    var histories = FamilyHistories(seed: UInt64(seed) &* 31)
    let dated = histories.history(.anything)
    let early = Int.random(in: 0...dated.count, using: &random)
    let events: [Callback.Event] = [.begin, .ringing, .answered, .over, .note]
    var arrival = 5.0
    let untimed = (0..<Int.random(in: 1...5, using: &random)).map { place in
      arrival += Double.random(in: 0...2, using: &random)
      var callback = MixedCalls.popUp(events.randomElement(using: &random) ?? .begin)
      callback.agent = Floor.number(Bool.random(using: &random) ? "asha" : "ravi")
      callback.fingerprint = UInt64(place)
      return (callback, arrival)
    }
    func call() -> Call? {
      var history = CallHistory()
      for callback in dated[..<early].shuffled(using: &random) {
        _ = history.insert(SharedCallback(callback), arrivedAt: Floor.at(5))
      }
      for (callback, arrival) in untimed {
        _ = history.insert(SharedCallback(callback), arrivedAt: Floor.at(arrival))
      }
      for callback in dated[early...].shuffled(using: &random) {
        _ = history.insert(SharedCallback(callback), arrivedAt: Floor.at(15))
      }
      let call = CallFold.call(
        history, now: Floor.at(20), rules: CallRules(), roster: Roster(), facts: AccountFacts())
      return Orders.lasting(call)
    }
    let expected = call()
    for _ in 0..<20 { #expect(call() == expected) }
  }
}
