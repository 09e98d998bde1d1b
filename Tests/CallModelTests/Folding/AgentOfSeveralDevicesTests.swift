import Testing

@testable import CallModel

/// Attempts are per device, but it is a person who is reached.
@Suite struct AgentOfSeveralDevicesTests {
  private static let roster = Roster(agents: [
    .init(
      number: Floor.number("asha"), name: "Asha",
      addresses: [Floor.number("sip:ashax"), Floor.number("asha@example.com")]),
    .init(number: Floor.number("ravi"), name: "Ravi"),
  ])

  private static func over(_ device: String?, mail: Bool = false) -> Callback {
    var callback = MixedCalls.popUp(.over)
    callback.agent = device.map(Floor.number)
    callback.aliases = mail ? [Floor.number("asha@example.com")] : []
    return callback
  }

  private static let answered = [
    Floor.connect(.dial, "asha", at: 1), Floor.connect(.answered, "asha", at: 5),
    Floor.connect(.terminal, "asha", at: 30),
  ]

  @Test(arguments: [("asha", false), ("sip:ashax", false), ("sip:ashax", true), (nil, true)])
  func `a pop-up that closes after the end of the attempt changes nothing`(
    _ device: String?, _ mail: Bool
  ) {
    let call = MixedCalls.call(
      Self.answered + [Self.over(device, mail: mail)], arriving: [1, 5, 30, 31], at: 32,
      roster: Self.roster)
    #expect(call?.outcome == .completed)
    #expect(call?.legs.count == 2)
    #expect(call?.isUncertain == false)
    #expect(call?.anomalies.contains(.contradiction) == false)
  }

  @Test func `the terminal of the other device changes nothing once the pop-up has closed`() {
    var begin = MixedCalls.popUp(.begin)
    begin.agent = Floor.number("sip:ashax")
    let call = MixedCalls.call(
      [begin, Self.over("sip:ashax"), Floor.connect(.terminal, "asha", at: 10)],
      arriving: [1, 9, 11], at: 12, roster: Self.roster)
    #expect(call?.legs.count == 2)
    #expect(call?.anomalies.contains(.contradiction) == false)
  }

  @Test(arguments: ["ravi", "sip:ravix"])
  func `the end of somebody who was never dialed is an attempt that contradicts`(_ device: String) {
    let call = MixedCalls.call(
      Self.answered + [Self.over(device)], arriving: [1, 5, 30, 31], at: 32, roster: Self.roster)
    #expect(call?.legs.count == 3)
    #expect(call?.anomalies.contains(.contradiction) == true)
  }

  @Test func `somebody who took the second offer has missed the first`() {
    let told = [
      Floor.connect(.dial, "asha", at: 0), Floor.connect(.ringing, "asha", at: 1),
      Floor.connect(.terminal, "asha", at: 20), Floor.connect(.dial, "asha", at: 20),
      Floor.connect(.dial, "sip:ashax", at: 20), Floor.connect(.answered, "sip:ashax", at: 21),
      Floor.connect(.terminal, "asha", at: 21), Floor.connect(.terminal, "sip:ashax", at: 35),
    ]
    let call = MixedCalls.call(told, at: 36, roster: Self.roster)
    #expect(
      call?.legs.dropFirst().map(\.outcome) == [.noAnswer, .elsewhere, .completed])
    #expect(call?.legs.dropFirst().map(\.offer) == [1, 2, 2])
  }
}
