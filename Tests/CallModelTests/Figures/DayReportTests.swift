import Testing

@testable import CallModel

@Suite struct DayReportTests {
  private static let now = Instant(seconds: 200)
  private static let asha = PhoneNumber("+919880000001", country: .india)

  private func row(_ sid: String, wait: Int?, line: String) -> CallRow {
    var call = Call(
      sid: sid, families: [.connect], state: .ended, startedAt: Instant(seconds: 0),
      clock: Instant(seconds: 100))
    call.way = .incoming
    call.outcome = wait == nil ? .missed : .completed
    call.virtualNumber = PhoneNumber(line, country: .india)
    call.wait = wait.map { .seconds($0) }
    call.talk = wait == nil ? nil : .seconds(60)
    var leg = Leg(
      index: 2, party: .agent, number: Self.asha, state: .ended, clock: Instant(seconds: 100))
    leg.outcome = wait == nil ? .noAnswer : .completed
    leg.onCall = call.talk
    leg.offer = 1
    call.legs = [leg]
    return CallRow(call: call, lineLabel: "Sales", legNames: ["Asha"])
  }

  @Test func `calls are counted by hour, agent and line`() {
    var report = DayReport(rules: CallRules(), facts: AccountFacts())
    report.add(row("a", wait: 10, line: "08044556601"), hour: 9, now: Self.now)
    report.add(row("b", wait: 30, line: "08044556601"), hour: 9, now: Self.now)
    report.add(row("c", wait: nil, line: "+918044556602"), hour: 23, now: Self.now)
    #expect(report.calls == 3)
    #expect(report.total.callers.offered == 3)
    #expect(report.total.serviceLevel == 1.0 / 3)
    #expect(report.hours[9].callers.answered == 2)
    #expect(report.hours[23].callers.missed == 1)
    #expect(report.agents.map(\.name) == ["Asha"])
    #expect(report.agents.first?.figures.missed == 1)
    #expect(report.agents.first?.figures.talk == .seconds(120))
    #expect(report.lines.map(\.figures.callers.offered) == [2, 1])
  }
}
