import CallModel
import Testing

@testable import BoardScreen

/// Amber and red have marks of their own, as some terminals have no colours, and some people do not see
/// them.
@Suite struct ThresholdMarkTests {
  private func row(_ state: Call.State, for seconds: Int) -> CallRow {
    let clock = Floor.now - .seconds(seconds)
    var call = Call(sid: "c\(seconds)", state: state, startedAt: clock, clock: clock)
    call.way = .incoming
    return CallRow(call: call, legNames: [])
  }

  private func agent(for seconds: Int) -> Agent {
    var agent = Agent(
      number: Floor.number("+91988000\(1_000 + seconds)"), name: nil, team: nil,
      activity: .ringing)
    agent.since = Floor.now - .seconds(seconds)
    return agent
  }

  /// One call and one agent below the thresholds, one beyond the first, and one beyond the second.
  private func text(_ view: ScreenView, _ size: ScreenSize) -> String {
    let ages = [5, 25, 45]
    let calls = ListPage(total: 3, rows: ages.map { row(.ringing, for: $0) })
    let agents = ListPage(total: 3, rows: ages.map { agent(for: $0) })
    var page = Floor(load: .usual).page(.figures)
    switch view {
    case .agents: page.content = .agents(agents)
    case .timeline: page.content = .timeline(calls)
    default: page.content = .calls(calls, agents: agents)
    }
    var state = ScreenState(size: size)
    state.show(view)
    return Screen.render(state, page, Floor.settings).text
  }

  /// How often `words` stand in a text without a mark behind them, with one, and with two.
  private func marks(_ words: String, in text: String) -> [Int] {
    let parts = text.components(separatedBy: words).dropFirst()
    let marks = parts.map { $0.prefix { $0 == "!" }.count }
    return (0...2).map { count in marks.count { $0 == count } }
  }

  @Test(arguments: ScreenPictureTests.sizes)
  func `what is beyond a threshold is marked in every list`(_ size: ScreenSize) {
    let beside = size.columns >= 120 ? 2 : 1
    #expect(marks("▲ ringing", in: text(.calls, size)) == [1, 1, 1])
    #expect(marks("ringing", in: text(.calls, size)) == [beside, beside, beside])
    #expect(marks("▲ ringing", in: text(.agents, size)) == [1, 1, 1])
    #expect(marks("▲", in: text(.timeline, size)) == [1, 1, 1])
  }

  /// The calls or the floor while the caller who rings longest does so for that long.
  private func frame(_ view: ScreenView, _ size: ScreenSize, ringing seconds: Int) -> Frame {
    var state = ScreenState(size: size)
    state.open(view)
    var page = Floor(load: .usual).page(state.request)
    page.figures.live.longestRingingSince = page.now - .seconds(seconds)
    return Screen.render(state, page, Floor.settings)
  }

  @Test(arguments: [(3, "RINGING "), (25, "RINGING! "), (41, "RINGING!! ")])
  func `what is beyond a threshold is marked on the floor`(_ seconds: Int, _ word: String) {
    for size in ScreenPictureTests.sizes {
      #expect(frame(.floor, size, ringing: seconds).text.contains(word), "\(size)")
    }
  }

  @Test(arguments: [(3, false, false), (25, true, false), (41, false, true)])
  func `in the header it is underlined, then reverse`(
    _ seconds: Int, _ isUnderlined: Bool, _ isReverse: Bool
  ) {
    for size in ScreenPictureTests.sizes {
      let style = frame(.calls, size, ringing: seconds).row(1).dropFirst().first?.style
      #expect(style?.isUnderlined == isUnderlined)
      #expect(style?.isReverse == isReverse)
    }
  }

  @Test func `what has no threshold has no mark`() {
    var page = Floor(load: .usual).page(.figures)
    page.figures.window.callers.missed = 30
    let tiles = Tiles(page: page, settings: Floor.settings)
    #expect(tiles.lost.style.role == .red)
    #expect(tiles.lost.marked == "LOST")
    #expect(tiles.serviceLevel.marked == "SERVICE LEVEL")
  }

  @Test func `a service level below its floor is marked`() {
    var settings = Floor.settings
    settings.serviceLevelFloor = (amber: 95, red: 60)
    let page = Floor(load: .usual).page(.figures)
    #expect(Tiles(page: page, settings: settings).serviceLevel.marked == "SERVICE LEVEL!")
  }
}
