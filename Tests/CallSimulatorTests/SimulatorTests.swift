import CallModel
import CallbackWire
import Testing

@testable import CallSimulator

@Suite struct SimulatorTests {
  private static let start = Instant(seconds: 1_767_261_600)

  private func simulator(seed: UInt64, perMinute: Double = 5, opening: Int = 0) -> Simulator {
    Simulator(
      center: .small, perMinute: perMinute, opening: opening, seed: seed,
      clock: SimulatedClock(start: Self.start, secondsEastOfUTC: 19_800))
  }

  private func callbacks(_ count: Int, seed: UInt64) -> [SimulatedCallback] {
    var simulator = simulator(seed: seed)
    return (0..<count).map { _ in simulator.next() }
  }

  @Test func `the same seed gives the same callbacks, another one others`() {
    let one = callbacks(500, seed: 4)
    #expect(one.map(\.fields) == callbacks(500, seed: 4).map(\.fields))
    #expect(one.map(\.fields) != callbacks(500, seed: 5).map(\.fields))
  }

  @Test func `callbacks come in the order in which they are due`() {
    let due = callbacks(2_000, seed: 1).map(\.due)
    #expect(due == due.sorted())
  }

  /// A board fed for some hours, each callback at the moment it is due.
  private func board(
    seed: UInt64, hours: Int, check: (CallBoard, Instant) -> Void = { _, _ in }
  ) throws -> CallBoard {
    var board = CallBoard(roster: CallCenter.small.roster(country: .india))
    var simulator = simulator(seed: seed)
    let decoder = CallbackDecoder()
    while true {
      let next = simulator.next()
      guard next.due < .seconds(3_600 * hours) else { return board }
      let callback = try decoder.decode(next.request(path: "/exotel"))
      let now = Self.start + next.due
      _ = board.apply(callback, arrivedAt: now)
      check(board, now)
    }
  }

  @Test func `no agent is in two calls at once, and times are plausible`() throws {
    var busiest = 0
    _ = try board(seed: 2, hours: 6) { board, now in
      let agents = board.agents(since: Self.start)
      busiest = max(busiest, agents.filter { $0.status == .busy }.count)
      for agent in agents where agent.calls.count > 1 {
        Issue.record("\(agent.name ?? "?") is in \(agent.calls) at \(now)")
      }
    }
    #expect(busiest >= 5)
  }

  @Test func `all kinds of calls happen, and the board understands each`() throws {
    let board = try board(seed: 3, hours: 12)
    var query = CallQuery()
    query.which = .ended
    query.limit = 100_000
    let calls = board.calls(query).rows.map(\.call)
    let outcomes = Dictionary(grouping: calls, by: \.outcome).mapValues(\.count)
    for outcome in [Call.Outcome.completed, .missed, .abandoned, .voicemail, .busy] {
      #expect(outcomes[outcome, default: 0] > 10, "\(outcome): \(outcomes)")
    }
    #expect(outcomes[.unknown] == nil)
    #expect(calls.contains { $0.source == .statusCallback })
    #expect(calls.contains { $0.legs.contains { $0.outcome == .elsewhere } })
    let odd = calls.filter { !$0.anomalies.isEmpty }
    #expect(odd.isEmpty, "\(odd.prefix(3))")
    let window = board.figures(since: Self.start).window
    #expect(try #require(window.answerRate) > 0.5)
  }

  @Test func `arrivals are a Poisson process of the rate asked for`() {
    var random = SeededGenerator(seed: 9)
    let gaps = (0..<20_000).map { _ in random.gap(perMinute: 6).inSeconds }
    let mean = gaps.reduce(0, +) / 20_000
    let longerThanMean = Double(gaps.filter { $0 > 10 }.count) / 20_000
    #expect(abs(mean - 10) < 0.3)
    #expect(abs(longerThanMean - 0.368) < 0.02)
  }

  @Test func `the opening calls come within ten seconds`() {
    var simulator = simulator(seed: 1, opening: 5)
    let early = (0..<40).map { _ in simulator.next() }.filter { $0.due < .seconds(20) }
    #expect(Set(early.map(\.sid)).count >= 3)
  }
}
