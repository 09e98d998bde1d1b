import Testing

@testable import CallModel

/// A call that goes out and has one leg is connected once the customer's leg was answered.
@Suite struct ConnectedTests {
  private func figures(_ callbacks: [Callback]) throws -> PlacedFigures {
    var history = CallHistory()
    for callback in callbacks {
      _ = history.insert(SharedCallback(callback), arrivedAt: Floor.at(9))
    }
    let roster = Roster(lines: [.init(number: Floor.number("line"), label: "Sales")])
    let call = try #require(
      CallFold.call(
        history, now: Floor.at(10), rules: CallRules(), roster: roster, facts: AccountFacts()))
    #expect(call.legs.count == 1)
    return call.figures(CallRules()).placed
  }

  private static func callback(
    _ family: Callback.Family, _ event: Callback.Event, at second: Double, status: String? = nil
  ) -> Callback {
    var callback = Callback(sid: "c1", family: family, event: event, eventTime: Floor.at(second))
    if family == .statusCallback {
      (callback.from, callback.to) = (Floor.number("customer"), Floor.number("line"))
    } else {
      callback.customer = Floor.number("customer")
    }
    callback.status = status
    return callback
  }

  @Test(
    arguments: [Callback.Family.statusCallback, .campaign, .leg], ["completed", "failed", "busy"])
  func `a leg that was answered has connected the call, whatever its outcome`(
    _ family: Callback.Family, _ word: String
  ) throws {
    let answered = Self.callback(family, .answered, at: 0)
    let end = Self.callback(family, .terminal, at: 5, status: word)
    #expect(try figures([answered, end]).connected == 1)
    #expect(try figures([end]).connected == (word == "completed" ? 1 : 0))
  }

  @Test func `both sides have talked, also where the end has no word`() {
    var board = CallBoard()
    func connected(_ callback: Callback) -> Int {
      _ = board.apply(callback, arrivedAt: callback.eventTime ?? Floor.at(5))
      return board.figures(since: Floor.at(-900)).window.placed.connected
    }
    #expect(connected(MixedCalls.phone(.answered, nil, .outgoing, at: 1)) == 1)
    #expect(connected(MixedCalls.phone(.terminal, nil, .outgoing, at: 9)) == 1)
    #expect(board.call("c1")?.call.outcome == .unknown)
  }

  @Test func `the word of the leg has connected the call, whatever the word for the whole`() throws
  {
    var end = Self.callback(.statusCallback, .terminal, at: 5, status: "failed")
    end.legs = [.init(status: "completed")]
    #expect(try figures([end]).connected == 1)
    end.legs = [.init(status: "failed")]
    #expect(try figures([end]).failed == 1)
  }

  @Test func `who was in a bridge has answered`() throws {
    var joined = Self.callback(.leg, .note, at: 1)
    (joined.bridge, joined.bridgeStep) = ("b1", .joins)
    let end = Self.callback(.leg, .terminal, at: 5, status: "failed")
    #expect(try figures([joined, end]).connected == 1)
  }
}
