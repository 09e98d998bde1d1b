import Testing

@testable import CallModel

/// What heartbeats say together does not depend on their order, nor on how often each came.
struct HeartbeatOrderTests {
  /// What is told of all lines, and of those in trouble.
  private struct Told: Hashable {
    var lines: [Line]
    var troubles: LineTroubles

    init(_ board: CallBoard) {
      let keys = board.lineKeys
      lines = (keys.listed + keys.others.sorted()).compactMap { board.line(key: $0) }
      troubles = board.lineTroubles
    }
  }

  private func told(_ heartbeats: [Heartbeat], roster: Roster) -> Told {
    var board = CallBoard(roster: roster)
    for heartbeat in heartbeats { _ = board.apply(heartbeat, arrivedAt: HeartbeatStory.now) }
    return Told(board)
  }

  @Test(arguments: 0..<200)
  func `any order, with repetitions, gives the same lines`(_ seed: UInt64) {
    var random = Seeded(seed)
    let roster = HeartbeatStory.roster
    let heartbeats = (0..<Int.random(in: 1...8, using: &random)).map { place in
      HeartbeatStory.random(place, using: &random)
    }
    let expected = told(heartbeats, roster: roster)
    for _ in 0..<5 {
      let repeated = heartbeats + heartbeats.filter { _ in Bool.random(using: &random) }
      #expect(told(repeated.shuffled(using: &random), roster: roster) == expected)
    }
  }

  @Test func `since is what a walk through all of them in their order finds`() {
    for seed in UInt64(0)..<200 {
      var random = Seeded(seed)
      let heartbeats = (0..<6).map { HeartbeatStory.random($0, using: &random) }
      let told = told(heartbeats.shuffled(using: &random), roster: Roster())
      for line in told.lines where line.number == nil {
        #expect(line.health?.since == HeartbeatStory.since(line.key, in: heartbeats))
      }
    }
  }

  @Test func `of very many the newest ones decide, and what was said before is not forgotten`() {
    var board = CallBoard()
    for place in 0..<(HeartbeatTimeline.maximumCount + 500) {
      let moment = HeartbeatStory.start + .seconds(place)
      let heartbeat = HeartbeatStory.heartbeat(moment, place < 10 ? "OK" : "CRITICAL", in: ["a"])
      _ = board.apply(heartbeat, arrivedAt: moment)
    }
    #expect(board.line(key: "a")?.health?.since == HeartbeatStory.start + .seconds(10))
  }

  @Test func `more lines than an account has are not kept`() {
    var board = CallBoard()
    for place in 0..<5 {
      let ids = (0..<Heartbeat.maximumLines).map { "\(place)-\($0)" }
      let moment = HeartbeatStory.start + .seconds(place)
      _ = board.apply(HeartbeatStory.heartbeat(moment, in: ids), arrivedAt: moment)
    }
    #expect(board.lineKeys.others.count == LineNames.capacity)
    #expect(board.lineTroubles.lines.count <= LineTroubles.toldLines)
  }
}
