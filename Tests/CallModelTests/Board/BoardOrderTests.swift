import Testing

@testable import CallModel

/// The whole board is a function of the set of its callbacks.
@Suite struct BoardOrderTests {
  /// What other calls tell of the account comes before or after: the board is the same.
  @Test(arguments: 0..<30) func `a board does not depend on the order of its callbacks`(
    _ seed: Int
  ) throws {
    var random = Seeded(UInt64(seed))
    var histories = FamilyHistories(seed: UInt64(seed) &* 31)
    var callbacks: [Callback] = []
    for number in 0..<12 {
      let kind = FamilyHistories.Kind.allCases.randomElement(using: &random) ?? .anything
      for callback in histories.history(kind, sid: "c\(number)") {
        callbacks.append(joining(callback, &random))
      }
    }
    let expected = board(callbacks)
    for _ in 0..<8 {
      let got = board(callbacks.shuffled(using: &random))
      #expect(Self.differences(got.calls, expected.calls) == [])
      #expect(Self.differences(got.agents, expected.agents) == [])
      #expect(got.figures == expected.figures)
    }
  }

  /// Some tell a further address of their agent.
  private func joining(_ callback: Callback, _ random: inout Seeded) -> Callback {
    guard callback.agent != nil, Int.random(in: 0..<4, using: &random) == 0 else { return callback }
    var callback = callback
    let mails = ["a@example.com", "b@example.com", "sip:x1", "shared@example.com"]
    callback.aliases = [PhoneNumber(mails.randomElement(using: &random) ?? "", country: .india)]
    return callback
  }

  private static let roster = Roster(
    agents: [
      .init(
        number: Floor.number("asha"), name: "Asha", team: nil,
        addresses: [PhoneNumber("a@example.com", country: .india)]),
      .init(number: Floor.number("meera"), name: "Meera", team: nil, addresses: []),
    ],
    shared: [PhoneNumber("shared@example.com", country: .india)])

  private static func differences<Value: Equatable>(
    _ left: [String: Value], _ right: [String: Value]
  ) -> [String] {
    Set(left.keys).union(right.keys).filter { left[$0] != right[$0] }.sorted()
      .map { "\($0): \(String(describing: left[$0])) is not \(String(describing: right[$0]))" }
  }

  private func board(
    _ callbacks: [Callback]
  ) -> (calls: [String: Call], agents: [String: Agent], figures: WindowFigures) {
    var board = CallBoard(roster: Self.roster)
    let now = Floor.at(20)
    for callback in callbacks { _ = board.apply(callback, arrivedAt: now) }
    board.advance(to: now + .seconds(70))
    let calls = board.allCalls().compactMap { Orders.lasting($0.call) }.map { ($0.sid, $0) }
    let agents = board.agents(since: .init(milliseconds: .min)).map { agent in
      var agent = agent
      agent.rings = 0
      agent.changedAt = nil
      agent.calls.sort()
      (agent.with, agent.line) = (nil, nil)
      return (agent.number.key, agent)
    }
    return (
      Dictionary(uniqueKeysWithValues: calls), Dictionary(uniqueKeysWithValues: agents),
      board.figures(since: .init(milliseconds: .min)).window
    )
  }
}
