import Testing

@testable import CallModel

/// Who is who in a call that a bot's stream tells of.
@Suite struct StreamPartyTests {
  /// Of a call that goes out from the line to the customer.
  private static func stream(_ kind: Callback.LineName.Kind) -> Callback {
    var callback = Callback(
      sid: "c1", family: .stream, event: .stream, eventTime: Floor.at(0))
    (callback.from, callback.to) = (Floor.number("line"), Floor.number("customer"))
    callback.line = .init(Floor.number("line"), kind)
    (callback.way, callback.direction) = (.outgoing, "outbound-api")
    callback.stream = .init(id: "s1")
    return callback
  }

  private func call(_ callbacks: [Callback]) throws -> Call {
    var history = CallHistory()
    for callback in callbacks {
      _ = history.insert(SharedCallback(callback), arrivedAt: Floor.at(1))
    }
    return try #require(
      CallFold.call(
        history, now: Floor.at(2), rules: CallRules(), roster: Roster(), facts: AccountFacts()))
  }

  @Test(arguments: [Callback.LineName.Kind.to, .callTo])
  func `the customer of a call that goes out from the line is whom it goes to`(
    _ kind: Callback.LineName.Kind
  ) throws {
    let call = try call([Self.stream(kind)])
    #expect(call.legs.map(\.party) == [.customer])
    #expect(call.legs[0].number == Floor.number("customer"))
    #expect(call.virtualNumber == Floor.number("line"))
    #expect(call.from == Floor.number("line"))
  }

  @Test func `a line that a stream names is one for the StatusCallback too`() throws {
    var answered = Floor.status(.answered, at: 1)
    (answered.from, answered.to) = (Floor.number("customer"), Floor.number("line"))
    answered.line = nil
    let call = try call([Self.stream(.callTo), answered])
    #expect(call.legs.map(\.party) == [.customer])
    #expect(call.legs[0].number == Floor.number("customer"))
  }
}
