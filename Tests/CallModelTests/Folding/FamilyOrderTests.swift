import Testing

@testable import CallModel

/// One call of several families is a function of the set of its callbacks.
@Suite struct FamilyOrderTests {
  @Test(arguments: FamilyHistories.Kind.allCases)
  func `a call of several families does not depend on the order of its callbacks`(
    _ kind: FamilyHistories.Kind
  ) {
    for seed in 0..<20 {
      var histories = FamilyHistories(seed: UInt64(seed) &* 7919)
      let callbacks = histories.history(kind)
      #expect(Orders.firstDiffering(of: callbacks, seed: seed) == nil, "\(kind), seed \(seed)")
    }
  }

  /// The stated exception: of those without any time the order of arrival is all there is.
  @Test func `callbacks without a time stay in the order of their arrival`() {
    func popUp(_ event: Callback.Event) -> Callback {
      var callback = Callback(sid: "c1", family: .softphone, event: event)
      callback.agent = Floor.number("asha")
      callback.customer = Floor.number("customer")
      return callback
    }
    let words: [Callback.Event] = [.begin, .over, .begin]
    var history = CallHistory()
    for (place, event) in words.enumerated() {
      #expect(
        history.insert(SharedCallback(popUp(event)), arrivedAt: Floor.at(Double(place)))
          == .inserted(AnomalySet()))
      // At once again, it is the same delivery.
      #expect(
        history.insert(SharedCallback(popUp(event)), arrivedAt: Floor.at(Double(place) + 0.5))
          == .repeated)
    }
    #expect(history.deliveries.map(\.callback.event) == words)
    let call = CallFold.call(
      history, now: Floor.at(3), rules: CallRules(), roster: Roster(), facts: AccountFacts())
    #expect(call?.legs.filter { $0.party == .agent }.map(\.state) == [.ended, .dialing])
  }
}
