import Testing

@testable import CallModel

@Suite struct CallFilterMatchingTests {
  private static let now = Instant(seconds: 1_000)

  /// A call that has been ringing for 30 s at Asha of Sales, after Ravi of Ops did not answer.
  private static let row: CallRow = {
    func number(_ text: String) -> PhoneNumber { PhoneNumber(text, country: .india) }
    var call = Call(
      sid: "054cfcd8", families: [.connect], state: .ringing, startedAt: Instant(seconds: 900),
      clock: now - .seconds(30))
    call.from = number("09812300001")
    call.to = number("08044556601")
    call.virtualNumber = call.to
    call.wait = .seconds(45)
    call.customField = "Order 4711"
    call.anomalies.insert(.late)
    call.legs = [
      Leg(index: 1, party: .customer, number: call.from, state: .answered, clock: now),
      Leg(index: 2, party: .agent, number: number("+919880000002"), state: .ended, clock: now),
      Leg(index: 3, party: .agent, number: number("+919880000001"), state: .ringing, clock: now),
    ]
    return CallRow(
      call: call, lineLabel: "Sales Mumbai", legNames: [nil, "Ravi Kumar", "आशा Asha Rao"],
      legTeams: [nil, "Ops", "Sales"])
  }()

  @Test(arguments: [
    "", "asha", "ASHA RAO", "आशा", "ravi asha", "order", "mumbai", "ops", "054c", "ringing",
    "state:ringing", "agent:asha", "agent:\"ravi k\"", "team:sales", "line:mumbai", "sid:054C",
    "source:connect", "anomaly:late", "\"Order 4711\"", "ring>20s", "ring>=30 ring<=30 ring=30s",
    "for>29s for<31s", "wait>40s", "(nobody or asha) -outcome:missed", "-talk>0s", "98123",
    "+91 98123 00001", "09812300001", "919812300001", "00919812300001", "9812300001",
    "number:098123-00001", "from:98123", "to:8044556601", "agent:9880000001", "line:044556601",
  ])
  func `what is meant is found`(_ text: String) throws {
    #expect(try CallFilter(text).matches(Self.row, now: Self.now))
  }

  @Test(arguments: [
    "meena", "state:talking", "agent:mumbai", "team:north", "line:pune", "sid:4cfc", "ring>30s",
    "ring<30s", "talk>=0s", "-asha", "asha -ravi", "outcome:missed", "anomaly:duplicate",
    "from:98800", "to:98123", "number:98124", "source:both", "(x1 or y2) asha", "+1 98123",
    "0000000",
  ])
  func `what is not meant is not found`(_ text: String) throws {
    #expect(try !CallFilter(text).matches(Self.row, now: Self.now))
  }
}
