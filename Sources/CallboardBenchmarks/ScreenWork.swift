import BoardScreen
import CallModel

/// What a frame costs: page, render and diff, on small and large boards.
enum ScreenWork {
  private static let start = Instant(seconds: 1_767_261_600)

  static func run() {
    print("\nA frame of 120x36: page, render, diff")
    for count in [10, 100_000] { measure(liveCalls: count) }
  }

  private static func measure(liveCalls: Int) {
    var board = CallBoard()
    for call in 0..<liveCalls {
      _ = board.apply(
        BoardWork.callback(.ringing, call: call, at: 0),
        arrivedAt: start + .milliseconds(call % 60_000))
    }
    let settings = ScreenSettings(
      clock: ClockFace(secondsEastOfUTC: 19_800, abbreviation: "IST"))
    var state = ScreenState(size: ScreenSize(columns: 120, rows: 36))
    var shown: Frame?
    var second = 0
    let nanoseconds = Measure.nanoseconds {
      second += 1
      let now = start + .seconds(60 + second % 60)
      guard case .calls(let calls, let agents) = state.request else {
        return
      }
      let page = BoardPage(
        now: now, revision: board.revision, figures: board.figures(since: start),
        wire: WireStatus(listener: .listening("127.0.0.1:8080/exotel")),
        content: .calls(
          board.callPage(calls.cursor, height: calls.height, now: now),
          agents: board.agentPage(agents.cursor, height: agents.height, since: start)))
      state.settle(page)
      let frame = Screen.render(state, page, settings)
      _ = frame.changedRows(since: shown)
      shown = frame
    }
    Measure.row("\(liveCalls) live calls", nanoseconds)
  }
}
