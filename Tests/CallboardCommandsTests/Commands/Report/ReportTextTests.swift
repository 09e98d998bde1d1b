import CallModel
import Testing

@testable import CallboardCommands

@Suite struct ReportTextTests {
  private func text(
    _ calls: [(hour: Int, wait: Int?)], placed: [Call.Outcome] = [], ascii: Bool = false
  ) -> String {
    var report = DayReport(rules: CallRules(), facts: AccountFacts())
    for (number, (hour, wait)) in calls.enumerated() {
      report.add(Self.row(number, wait: wait), hour: hour, now: Instant(seconds: 200))
    }
    for (number, outcome) in placed.enumerated() {
      report.add(Self.placed(number, outcome), hour: 10, now: Instant(seconds: 200))
    }
    return ReportText(
      report: report, title: "2026-11-22  Asia/Kolkata", serviceLevel: .seconds(20), isASCII: ascii
    ).lines.joined(separator: "\n")
  }

  private static func row(_ number: Int, wait: Int?) -> CallRow {
    var call = Call(
      sid: "c\(number)", families: [.connect], state: .ended, startedAt: Instant(seconds: 0),
      clock: Instant(seconds: 100))
    call.way = .incoming
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
    leg.offer = 1
    call.legs = [leg]
    return CallRow(call: call, lineLabel: "विक्रय", legNames: ["Asha Rao"])
  }

  private static func placed(_ number: Int, _ outcome: Call.Outcome) -> CallRow {
    var call = Call(
      sid: "o\(number)", families: [.statusCallback], state: .ended,
      startedAt: Instant(seconds: 0), clock: Instant(seconds: 100))
    call.way = .outgoing
    call.outcome = outcome
    call.virtualNumber = PhoneNumber("08044556601", country: .india)
    if outcome == .completed { call.talk = .seconds(60) }
    var agent = Leg(
      index: 1, party: .agent, number: PhoneNumber("+919880000001", country: .india), state: .ended,
      clock: Instant(seconds: 100))
    agent.outcome = outcome == .agentMissed ? .noAnswer : .completed
    var customer = Leg(
      index: 2, party: .customer, number: nil, state: .ended, clock: Instant(seconds: 100))
    customer.outcome = outcome == .completed ? .completed : .noAnswer
    call.legs = [agent, customer]
    return CallRow(call: call, lineLabel: "विक्रय", legNames: ["Asha Rao", nil])
  }

  @Test func `calls that went out have a part of their own, whose columns add up`() {
    let text = text([(9, 5)], placed: [.completed, .completed, .missed, .agentMissed, .unknown])
    let lines = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    #expect(text.contains("out: placed 5   connected 2   connect rate 50 %   talk 2:00"))
    #expect(text.contains("in: offered 1   answered 1   lost 0"))
    let hour = lines.first { $0.first == "10:00" } ?? []
    #expect(hour.prefix(10) == ["10:00", "5", "2", "1", "0", "0", "0", "1", "1", "0"])
    let agent = lines.first { $0.first == "Asha" } ?? []
    #expect(
      agent.dropFirst(2).prefix(10) == ["1", "1", "0", "8", "s", "1:15", "5", "2", "1", "2:00"])
  }

  @Test func `a day has its hours, agents and lines`() {
    let calls: [(hour: Int, wait: Int?)] = [(9, 5), (9, 30), (11, nil), (11, 8), (11, 9), (11, 10)]
    // Columns are aligned by the table, which has tests of its own.
    let text = text(calls).replacing(#/ +/#, with: " ").replacing(#/ ?\n ?/#, with: "\n")
    #expect(
      text == """
        2026-11-22 Asia/Kolkata

        6 calls
        in: offered 6 answered 5 lost 1 answer rate 83 %
        service level 67 % in 20 s ASA 12 s (known of 5 of 5) mean talk 1:15

        CALLERS BY HOUR
        HOUR OFFERED ANSWERED MISSED ABANDONED VOICEMAIL IVR UNKNOWN PENDING SL ASA TALK
        09:00 2 2 0 0 0 0 0 0 50 % 18 s 1:15 ██████
        10:00 0 0 0 0 0 0 0 0 - - -
        11:00 4 3 1 0 0 0 0 0 75 % 9 s 1:15 ████████████

        BY AGENT
        AGENT OFFERED ANSWERED MISSED MEAN RING TALK PLACED CONNECTED OUT MISSED OUT TALK
        Asha Rao 6 5 1 8 s 6:15 0 0 0 0:00 ████████████

        CALLERS BY LINE
        LINE OFFERED ANSWERED MISSED ABANDONED VOICEMAIL IVR UNKNOWN PENDING SL ASA TALK
        विक्रय 6 5 1 0 0 0 0 0 67 % 12 s 1:15 ████████████
        """)
  }

  @Test func `a day without calls says so`() {
    #expect(text([]).hasSuffix("No calls."))
  }

  @Test func `terminals without UTF-8 get bars all the same`() {
    let text = text([(9, 5)], ascii: true)
    #expect(text.contains("############"))
    #expect(!text.contains("█"))
  }
}
