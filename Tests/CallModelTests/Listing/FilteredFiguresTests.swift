import Testing

@testable import CallModel

/// The figures of a filter are those of a board on which nothing but its calls came.
@Suite struct FilteredFiguresTests {
  private static let filters = ["", "state:ringing", "ring>20s", "line:sales", "-outcome:missed"]
  private static let roster = Roster(lines: [.init(number: Floor.number("line"), label: "Sales")])

  private func arrivals(seed: Int) -> [(second: Double, callback: Callback)] {
    var random = Seeded(UInt64(seed) &* 31 &+ 7)
    var histories = Histories(seed: UInt64(seed))
    var arrivals: [(second: Double, callback: Callback)] = []
    for number in 0..<30 {
      let start = Double(Int.random(in: 0..<300, using: &random))
      let kind = Histories.Kind.allCases.randomElement(using: &random) ?? .both
      for var callback in histories.history(kind, sid: "c\(number)", from: start) {
        if number.isMultiple(of: 3) { callback.line = .init(Floor.number("08044556699"), .callTo) }
        let time = ((callback.eventTime ?? Floor.start) - Floor.start).inSeconds
        arrivals.append((time + Double.random(in: 0..<3, using: &random), callback))
      }
    }
    return arrivals.sorted { $0.second < $1.second }
  }

  /// Those of the calls that match, added up anew.
  private func expected(
    _ filter: CallFilter, _ board: CallBoard, since start: Instant
  ) -> CallFigures {
    let compiled = CompiledFilter(filter)
    var tally = CallTally()
    for slot in board.entries.indices {
      guard let row = board.row(slot), compiled.matches(row, now: board.now) else { continue }
      tally.move(from: nil, to: board.entries[slot].folded?.share)
      tally.count(from: nil, to: board.entries[slot].folded?.share, now: board.now)
    }
    return CallFigures(
      live: tally.liveFigures, window: tally.window(since: start, now: board.now))
  }

  @Test(arguments: 0..<12) func `they follow the board, whatever changes and leaves`(
    _ seed: Int
  ) throws {
    var rules = CallRules()
    rules.keepEnded = .seconds(120)
    var board = CallBoard(rules: rules, roster: Self.roster)
    let filters = try Self.filters.map { try CallFilter($0) }
    var kept = filters.map { FilteredFigures($0) }
    let start = Floor.at(-900)
    for (step, (second, callback)) in arrivals(seed: seed).enumerated() {
      _ = board.apply(callback, arrivedAt: Floor.at(second))
      guard step.isMultiple(of: 7) else { continue }
      for place in kept.indices {
        while !kept[place].look(at: board, now: board.now, limit: 3) {}
        let figures = kept[place].figures(since: start, now: board.now)
        let expected = expected(filters[place], board, since: start)
        #expect(figures == expected, "\(Self.filters[place]) at \(second)")
      }
    }
    while !kept[0].look(at: board, now: board.now, limit: 3) {}
    let whole = board.figures(since: start)
    #expect(kept[0].figures(since: start, now: board.now).live == whole.live)
  }

  @Test func `calls of another line are in none of them`() throws {
    var board = CallBoard(roster: Self.roster)
    for (sid, line) in [("a", "line"), ("b", "08044556699")] {
      for event in [Callback.Event.dial, .ringing] {
        var callback = Floor.connect(event, "asha \(sid)", at: 1, sid: sid)
        callback.line = .init(Floor.number(line), .callTo)
        _ = board.apply(callback, arrivedAt: Floor.at(1))
      }
    }
    var filtered = FilteredFigures(try CallFilter("line:sales"))
    let isWhole = filtered.look(at: board, now: Floor.at(30), limit: 100)
    #expect(isWhole)
    let figures = filtered.figures(since: Floor.at(-900), now: Floor.at(30))
    #expect(figures.live.callers.ringing == 1)
    #expect((figures.window.callers.offered, figures.window.late) == (1, 1))
    #expect(filtered.minutes(5, until: Floor.at(120)).map(\.begun).reduce(0, +) == 1)
  }
}
