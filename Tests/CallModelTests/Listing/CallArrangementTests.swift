import Testing

@testable import CallModel

@Suite struct CallArrangementTests {
  private static let filters = [
    "", "state:ringing", "ring>3s or talk>=5s", "-asha", "for<20s", "wait=2s", "outcome:missed",
    "for>40s for<=400s",
  ]

  /// A query of each kind, from a seed.
  private func query(_ random: inout Seeded) throws -> CallArrangement.Query {
    let filter = try CallFilter(Self.filters.randomElement(using: &random) ?? "")
    let key = CallSorting.allCases.randomElement(using: &random)
    let order = key.map { SortOrder(key: $0, isDescending: Bool.random(using: &random)) }
    let isLive = Bool.random(using: &random)
    return .init(
      isLive ? .live(afterglow: .seconds(30)) : .ended, filter: filter,
      order: Bool.random(using: &random) ? order : nil)
  }

  /// What the arrangement should be, made the plain way.
  private func expected(
    _ query: CallArrangement.Query, _ board: CallBoard, _ now: Instant
  ) -> [String] {
    let rows =
      switch query.list {
      case .live(let afterglow):
        board.callPage(ListCursor(), height: 10_000, now: now, afterglow: afterglow).rows
      case .ended: board.historyPage(ListCursor(), height: 10_000).rows
      }
    let wanted = rows.filter { query.filter.plainlyMatches($0, now: now) }
    guard let order = query.order else { return wanted.map(\.call.sid) }
    return wanted.enumerated().sorted { left, right in
      order.key.value(left.element).precedes(
        order.key.value(right.element), descending: order.isDescending)
        ?? (left.offset < right.offset)
    }.map(\.element.call.sid)
  }

  @Test(arguments: 0..<12) func `it stays what filtering and sorting anew would give`(
    _ seed: Int
  ) throws {
    var random = Seeded(UInt64(seed))
    var histories = Histories(seed: UInt64(seed))
    let events = (0..<60).flatMap { number in
      histories.history(
        Histories.Kind.allCases.randomElement(using: &random) ?? .sequential, sid: "c\(number)",
        from: Double(Int.random(in: 0..<600, using: &random)))
    }.sorted { ($0.eventTime ?? Floor.start) < ($1.eventTime ?? Floor.start) }
    var rules = CallRules()
    rules.keepEnded = .seconds(300)
    var board = CallBoard(rules: rules)
    var arrangements = try (0..<10).map { _ in CallArrangement(try query(&random)) }
    for (number, event) in events.enumerated() {
      let now = event.eventTime ?? Floor.start
      _ = board.apply(event, arrivedAt: now)
      guard number % 5 == 0 else { continue }
      check(&arrangements, board, now)
      board.advance(to: now + .milliseconds(700))
      check(&arrangements, board, now + .milliseconds(700))
    }
    for step in 1...20 {
      let now = Floor.at(620) + .seconds(step * 37)
      board.advance(to: now)
      check(&arrangements, board, now)
    }
  }

  private func check(_ arrangements: inout [CallArrangement], _ board: CallBoard, _ now: Instant) {
    for place in arrangements.indices {
      while !arrangements[place].look(at: board, now: now, limit: 7) {}
      let page = arrangements[place].page(ListCursor(), height: 10_000, of: board, now: now)
      let query = arrangements[place].query
      #expect(page.rows.map(\.call.sid) == expected(query, board, now), "\(query)")
      #expect(!page.isPartial)
    }
  }

  @Test func `it is found anew after more changes than the board remembers`() throws {
    var board = CallBoard()
    var arrangement = CallArrangement(
      .init(.live(afterglow: .zero), filter: try CallFilter("9880000001")))
    for number in 0..<3 {
      _ = board.apply(
        Floor.connect(.ringing, "asha", at: 0, sid: "c\(number)"), arrivedAt: Floor.start)
    }
    let isWhole = arrangement.look(at: board, now: Floor.start, limit: 9)
    #expect(isWhole)
    for number in 0..<9_000 {
      _ = board.apply(
        Floor.connect(.ringing, "asha", at: 0, sid: "d\(number % 50)"), arrivedAt: Floor.start)
      _ = board.apply(
        Floor.connect(.dial, "asha", at: -1, sid: "d\(number % 50)"), arrivedAt: Floor.start)
    }
    let isWholeAfterwards = arrangement.look(at: board, now: Floor.start, limit: 9)
    #expect(!isWholeAfterwards)
    while !arrangement.look(at: board, now: Floor.start, limit: 9) {}
    #expect(
      arrangement.page(ListCursor(), height: 5, of: board, now: Floor.start).total
        == board.callPage(ListCursor(), height: 5, now: Floor.start).total)
  }

  @Test func `an agent's name that comes with another call is taken in`() throws {
    var board = CallBoard()
    _ = board.apply(Floor.connect(.ringing, "asha", at: 0, sid: "c1"), arrivedAt: Floor.start)
    var arrangement = CallArrangement(
      .init(.live(afterglow: .zero), filter: try CallFilter("agent:rao")))
    _ = arrangement.look(at: board, now: Floor.start, limit: 100)
    var named = Floor.connect(.ringing, "asha", at: 1, sid: "c2")
    named.agentName = "Asha Rao"
    _ = board.apply(named, arrivedAt: Floor.at(1))
    _ = arrangement.look(at: board, now: Floor.at(1), limit: 100)
    let page = arrangement.page(ListCursor(), height: 9, of: board, now: Floor.at(1))
    #expect(page.rows.map(\.call.sid) == ["c1", "c2"])
  }

  @Test func `no step looks at more than it may, whatever has come due`() throws {
    var board = CallBoard()
    for number in 0..<500 {
      _ = board.apply(
        Floor.connect(.ringing, "asha", at: 0, sid: "c\(number)"), arrivedAt: Floor.start)
    }
    var arrangement = CallArrangement(
      .init(.live(afterglow: .zero), filter: try CallFilter("for>20s")))
    while !arrangement.look(at: board, now: Floor.start, limit: 100) {}
    let later = Floor.at(30)
    board.advance(to: later)
    _ = arrangement.look(at: board, now: later, limit: 100)
    let page = arrangement.page(ListCursor(), height: 9, of: board, now: later)
    #expect(page.total == 100)
    #expect(page.isPartial)
  }

  @Test func `a page says of how many calls it is a part`() throws {
    var board = CallBoard()
    for number in 0..<9 {
      _ = board.apply(
        Floor.connect(.ringing, number < 3 ? "asha" : "ravi", at: 0, sid: "c\(number)"),
        arrivedAt: Floor.start)
    }
    var arrangement = CallArrangement(
      .init(.live(afterglow: .zero), filter: try CallFilter("agent:9880000001")))
    _ = arrangement.look(at: board, now: Floor.start, limit: 100)
    let page = arrangement.page(
      ListCursor(target: .row(id: "c1", last: 0)), height: 2, of: board, now: Floor.start)
    #expect(page.total == 3)
    #expect(page.unfiltered == 9)
    #expect(page.selected == 1)
  }
}
