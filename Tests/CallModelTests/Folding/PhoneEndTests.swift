import Testing

@testable import CallModel

/// The end of a call that comes to a softphone, or to the contact centre.
@Suite struct PhoneEndTests {
  private static func end(_ word: Callback.FinalWord, at seconds: Double) -> Callback {
    MixedCalls.phone(.terminal, word, .incoming, at: seconds)
  }

  /// Of one second, some seconds before, in another zone; before and behind the pop-up.
  @Test(arguments: [10.0, 7, -19_790], [[10.3, 11.5, 12.5], [13, 14, 12.5]])
  func `an end makes no attempt beside the one that the agent saw`(
    _ time: Double, _ arrivals: [Double]
  ) {
    let missed = Self.end(.init(.busy, of: .to), at: time)
    let call = MixedCalls.call(
      [MixedCalls.popUp(.begin), missed], arriving: [arrivals[0], arrivals[2]], at: 20)
    #expect(call?.outcome == .missed)
    #expect(call?.legs.dropFirst().map(\.outcome) == [.busy])
    let answered = MixedCalls.call(
      [
        MixedCalls.popUp(.begin), MixedCalls.popUp(.answered),
        Self.end(.init(.completed), at: time),
      ], arriving: arrivals, at: 20)
    #expect(answered?.outcome == .completed)
    #expect(answered?.legs.dropFirst().map(\.outcome) == [.completed])
  }

  /// As samples are, and what comes from another zone.
  @Test(arguments: [-5_000.0, -300_000])
  func `an end of long ago holds, though the answer has just come`(
    _ time: Double
  ) {
    var answer = MixedCalls.phone(.answered, nil, .outgoing, at: 0)
    answer.eventTime = nil
    let end = MixedCalls.phone(.terminal, .init(.completed), .outgoing, at: time)
    for callbacks in [[answer, end], [end, answer]] {
      let call = MixedCalls.call(callbacks, arriving: [30, 31], at: 40)
      #expect(call?.endedAt == Floor.at(time))
      #expect(call?.outcome == .completed)
    }
  }

  @Test func `an end alone tells of the attempt`() {
    let call = MixedCalls.call([Self.end(.init(.busy, of: .to), at: 10)], at: 11)
    #expect(call?.legs.dropFirst().map(\.outcome) == [.busy])
  }

  @Test(arguments: [Callback.Family.connect, .flow, .statusCallback])
  func `a softphone without a direction has that of the call`(_ family: Callback.Family) {
    var other: Callback
    switch family {
    case .connect: other = Floor.connect(.dial, "asha", at: 1)
    case .flow:
      other = Floor.connect(.flow, nil, at: 1)
      other.way = .incoming
    default: other = MixedCalls.inbound(["completed", nil], at: 31)
    }
    var end = Self.end(.init(.noAnswer, of: .to), at: 30)
    (end.way, end.agent, end.aliases) = (nil, nil, [Floor.number("asha@example.com")])
    let call = MixedCalls.call([other, end], at: 32)
    #expect(call?.way == .incoming)
    #expect(call?.outcome == .missed)
    #expect(call?.legs.dropFirst().map(\.party) == [.agent])
    #expect(call?.legs.last?.outcome == .noAnswer)
  }

  @Test func `whom a flow dials was called, though the call goes out`() {
    var flow = Floor.connect(.flow, nil, at: 1)
    flow.way = .outgoing
    var popUp = MixedCalls.popUp(.begin)
    popUp.way = nil
    popUp.from = Floor.number("customer")
    let call = MixedCalls.call([flow, popUp], arriving: [1, 2], at: 3)
    #expect(call?.way == .outgoing)
    #expect(call?.legs.map(\.party) == [.customer, .agent])
    #expect(call?.legs.last?.number == Floor.number("asha"))
  }
}
