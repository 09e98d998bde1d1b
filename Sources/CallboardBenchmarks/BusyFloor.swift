import BoardScreen
import CallModel

/// A board with many calls and somebody at its screen.
struct BusyFloor {
  private(set) var board = CallBoard()
  private(set) var now: Instant
  private var state = ScreenState(size: ScreenSize(columns: 120, rows: 36))
  private let settings = ScreenSettings(
    clock: ClockFace(secondsEastOfUTC: 19_800, abbreviation: "IST"))
  private let start: Instant
  private var page: BoardPage
  private var shown: Frame?
  private var arrangements: [CallArrangement.Wish: CallArrangement] = [:]
  private var step = 0
  private let liveCalls: Int

  init(liveCalls: Int, start: Instant) {
    self.start = start
    self.liveCalls = liveCalls
    now = start + .seconds(60)
    page = BoardPage(
      now: now, revision: 0, figures: BoardFigures(),
      wire: WireStatus(listener: .listening("127.0.0.1:8080/exotel")), content: .figures)
    for call in 0..<liveCalls {
      _ = board.apply(
        BoardWork.callback(.ringing, call: call, at: 0),
        arrivedAt: start + .milliseconds(call % 60_000))
    }
    draw()
  }

  /// What comes within the thirtieth part of a second: calls are answered, end, and begin.
  mutating func change() {
    now = now + .milliseconds(33)
    let second = (now - start).components.seconds
    for _ in 0..<17 {
      step += 1
      let call = step / 3 % liveCalls
      let event = [Callback.Event.answered, .terminal, .dial][step % 3]
      let next = event == .dial ? liveCalls + step : call
      _ = board.apply(BoardWork.callback(event, call: next, at: second), arrivedAt: now)
    }
  }

  mutating func press(_ keys: String) {
    for key in keys {
      let input: Key =
        switch key {
        case "\n": .enter
        case "\u{1B}": .escape
        default: .character(key)
        }
      _ = state.update(.key(input), page: page, settings: settings)
      page.content = content()
      state.settle(page)
    }
  }

  mutating func draw() {
    page.now = now
    page.revision = board.revision
    page.figures = board.figures(since: start)
    page.minutes = board.minutes(60, until: now)
    page.content = content()
    state.settle(page)
    let frame = Screen.render(state, page, settings)
    _ = frame.changedRows(since: shown)
    shown = frame
  }

  private mutating func content() -> BoardPage.Content {
    switch state.request {
    case .calls(let list, let agents):
      .calls(calls(.live(afterglow: .seconds(30)), list), agents: agentPage(agents))
    case .agents(let list): .agents(agentPage(list))
    case .timeline(let list, let span): .timeline(calls(.live(afterglow: span), list))
    case .history(let list): .history(calls(.ended, list))
    case .callbacks: .callbacks(ListPage())
    case .call, .figures: .figures
    }
  }

  private func agentPage(_ list: ListRequest) -> ListPage<Agent> {
    list.isPlain
      ? board.agentPage(list.cursor, height: list.height, since: start)
      : board.agentPage(
        list.cursor, height: list.height, since: start, now: now, filter: list.filter,
        order: list.order.flatMap { order in
          AgentSorting(rawValue: order.column).map {
            SortOrder(key: $0, isDescending: order.isDescending)
          }
        })
  }

  /// As the program does it: what is not known yet is looked at for 5 ms a frame.
  private mutating func calls(
    _ kind: CallArrangement.Wish.List, _ list: ListRequest
  ) -> ListPage<CallRow> {
    if list.isPlain {
      switch kind {
      case .live(let afterglow):
        return board.callPage(list.cursor, height: list.height, now: now, afterglow: afterglow)
      case .ended: return board.historyPage(list.cursor, height: list.height)
      }
    }
    let order = list.order.flatMap { order in
      CallSorting(rawValue: order.column).map {
        SortOrder(key: $0, isDescending: order.isDescending)
      }
    }
    let wish = CallArrangement.Wish(kind, filter: list.filter, order: order)
    var arrangement = arrangements.removeValue(forKey: wish) ?? CallArrangement(wish)
    let end = ContinuousClock.now + .milliseconds(5)
    while !arrangement.look(at: board, now: now, limit: 256), ContinuousClock.now < end {}
    defer { arrangements = [wish: arrangement] }
    return arrangement.page(list.cursor, height: list.height, of: board, now: now)
  }
}
