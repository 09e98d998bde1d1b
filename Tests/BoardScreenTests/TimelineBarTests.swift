import CallModel
import Testing

@testable import BoardScreen

@Suite struct TimelineBarTests {
  private static let start = Instant(seconds: 10_000)
  private let bar = TimelineBar(start: start, step: .seconds(1), now: start + .seconds(30))

  private func at(_ second: Int) -> Instant { Self.start + .seconds(second) }

  private func picture(_ call: Call) -> String {
    let signs = Signs(ascii: true)
    return bar.phases(of: call, cells: 30).map { signs.sign($0) }.joined()
  }

  private func call(
    _ family: Callback.Family, _ state: Call.State, from begin: Int, clock: Int, _ legs: [Leg]
  ) -> Call {
    var call = Call(
      sid: "c", families: [family], state: state, startedAt: at(begin), clock: at(clock),
      legs: legs)
    for place in legs.indices where family == .connect && legs[place].party == .agent {
      call.legs[place].offer = 1
    }
    call.believedStart = at(begin)
    return call
  }

  private func leg(
    _ index: Int, _ party: Leg.Party, _ state: Leg.State, dialed: Int? = nil, ringing: Int? = nil,
    answered: Int? = nil, ended: Int? = nil, _ outcome: Leg.Outcome? = nil
  ) -> Leg {
    var leg = Leg(index: index, party: party, number: nil, state: state, clock: at(0))
    leg.dialedAt = dialed.map(at)
    leg.ringingAt = ringing.map(at)
    leg.answeredAt = answered.map(at)
    leg.endedAt = ended.map(at)
    leg.outcome = outcome
    return leg
  }

  @Test func `each attempt is seen, and the conversation`() {
    let legs = [
      leg(1, .customer, .answered),
      leg(2, .agent, .ended, dialed: 4, ringing: 6, ended: 12, .noAnswer),
      leg(3, .agent, .answered, dialed: 15, ringing: 17, answered: 22),
    ]
    let call = call(.connect, .talking, from: 2, clock: 22, legs)
    #expect(picture(call) == "  ..--======x..--=====########")
  }

  @Test func `an outbound call talks once both are there`() {
    let legs = [
      leg(1, .agent, .answered, ringing: 3, answered: 8),
      leg(2, .customer, .ringing, ringing: 14),
    ]
    var outbound = call(.statusCallback, .ringing, from: 0, clock: 14, legs)
    #expect(picture(outbound) == "...=====......================")
    outbound.state = .talking
    outbound.answeredAt = at(20)
    outbound.legs[1].answeredAt = at(20)
    outbound.legs[1].state = .answered
    #expect(picture(outbound) == "...=====......======##########")
  }

  @Test func `what began before the first cell, or took no time, is seen`() {
    let early = call(
      .connect, .ended, from: -50, clock: 5,
      [leg(2, .agent, .ended, dialed: -40, ringing: -30, answered: -20, ended: 5, .completed)])
    #expect(picture(early) == "#####" + String(repeating: " ", count: 25))
    let short = call(
      .connect, .ended, from: 7, clock: 7,
      [leg(2, .agent, .ended, dialed: 7, ended: 7, .failed)])
    #expect(picture(short) == "       x" + String(repeating: " ", count: 22))
  }

  @Test func `times that are not believed are shown where they came`() {
    var old = call(
      .connect, .ringing, from: -90_000, clock: 10,
      [leg(2, .agent, .ringing, dialed: -90_000, ringing: -89_996)])
    old.believedStart = at(10)
    #expect(picture(old) == "          ----================")
  }

  @Test func `the span goes from a minute to four hours`() {
    var span = TimelineSpan.standard
    for _ in 0..<20 { span = span.shorter }
    #expect(span.duration == .seconds(60))
    for _ in 0..<20 { span = span.longer }
    #expect(span.duration == .seconds(4 * 3_600))
  }
}
