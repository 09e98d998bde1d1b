import CallModel
import Testing

@testable import callboard

@Suite struct ReportTextTests {
  private func text(_ calls: [(hour: Int, wait: Int?)], ascii: Bool = false) -> String {
    var report = DayReport(rules: CallRules())
    for (number, (hour, wait)) in calls.enumerated() {
      report.add(Self.row(number, wait: wait), hour: hour)
    }
    return ReportText(
      report: report, title: "2026-11-22  Asia/Kolkata", serviceLevel: .seconds(20), isASCII: ascii
    ).lines.joined(separator: "\n")
  }

  private static func row(_ number: Int, wait: Int?) -> CallRow {
    var call = Call(
      sid: "c\(number)", source: .connect, state: .ended, startedAt: Instant(seconds: 0),
      clock: Instant(seconds: 100))
    call.outcome = wait == nil ? .missed : .completed
    call.virtualNumber = PhoneNumber("08044556601", country: .india)
    call.wait = wait.map { .seconds($0) }
    call.talk = wait.map { _ in .seconds(75) }
    var leg = Leg(
      index: 2, party: .agent, number: PhoneNumber("+919880000001", country: .india), state: .ended,
      clock: Instant(seconds: 100))
    leg.outcome = wait == nil ? .noAnswer : .completed
    leg.onCall = call.talk
    leg.ring = .seconds(8)
    call.legs = [leg]
    return CallRow(call: call, lineLabel: "विक्रय", legNames: ["Asha Rao"])
  }

  @Test func `a day has its hours, agents and lines`() {
    let calls: [(hour: Int, wait: Int?)] = [(9, 5), (9, 30), (11, nil), (11, 8), (11, 9), (11, 10)]
    #expect(
      text(calls) == """
        2026-11-22  Asia/Kolkata

        6 calls
        offered 6   answered 5   missed 1   abandoned 0   answer rate 83 %
        service level 67 % in 20 s   ASA 12 s   AHT 1:15

        BY HOUR
          HOUR   OFFERED  ANSWERED  MISSED  ABANDONED    SL   ASA   AHT  OFFERED
          09:00        2         2       0          0  50 %  18 s  1:15  ████████████
          10:00        0         0       0          0     -     -     -  
          11:00        4         3       1          0  75 %   9 s  1:15  ████████████████████████

        BY AGENT
          AGENT     OFFERED  ANSWERED  MISSED  MEAN RING  TALK  TALK
          Asha Rao        6         5       1        8 s  6:15  ████████████████████████

        BY LINE
          LINE   OFFERED  ANSWERED  MISSED  ABANDONED    SL   ASA   AHT  OFFERED
          विक्रय        6         5       1          0  67 %  12 s  1:15  ████████████████████████
        """)
  }

  @Test func `a day without calls says so`() {
    #expect(text([]).hasSuffix("No calls."))
  }

  @Test func `terminals without UTF-8 get bars all the same`() {
    let text = text([(9, 5)], ascii: true)
    #expect(text.contains("########################"))
    #expect(!text.contains("█"))
  }
}
