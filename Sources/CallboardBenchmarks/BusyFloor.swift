import BoardScreen
import CallModel

/// A board with many calls and somebody at its screen.
struct BusyFloor {
  private(set) var board = CallBoard()
  private(set) var now: Instant
  private var state = ScreenState(size: ScreenSize(columns: 120, rows: 36))
  private let settings = ScreenSettings(
    clock: ClockFace(zone: .kolkata, names: [19_800: "IST"]))
  private let start: Instant
  private var page: BoardPage
  private var shown: Frame?
  private var arrangements: [CallArrangement.Query: CallArrangement] = [:]
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

  /// One key after the other, each with its frame.
  mutating func press(_ keys: String) {
    for key in keys {
      let input: Key =
        switch key {
        case "\n": .enter
        case "\u{1B}": .escape
        default: .character(key)
        }
      _ = state.update(.key(input), page: page, settings: settings)
      draw()
    }
  }

  mutating func draw() {
    page.now = now
    page.revision = board.revision
    page.figures = board.figures(since: start, now: now)
    page.minutes = board.minutes(60, until: now)
    page.content = content()
    state.settle(page)
    let frame = Screen.render(state, page, settings)
    _ = frame.changedRows(since: shown)
    shown = frame
  }

  private mutating func content() -> BoardPage.Content {
    let request = state.request
    func agents(_ list: ListRequest) -> ListPage<Agent> {
      board.agents(list, since: start, now: now)
    }
    return switch request {
    case .calls(let list, let beside): .calls(calls(request, list), agents: agents(beside))
    case .agents(let list): .agents(agents(list))
    case .timeline(let list, _): .timeline(calls(request, list))
    case .history(let list): .history(calls(request, list))
    case .callbacks: .callbacks(ListPage())
    case .call, .agent, .request, .floor, .figures: .figures
    }
  }

  /// As the program does it: what is not known yet is looked at for 5 ms a frame.
  private mutating func calls(_ request: PageRequest, _ list: ListRequest) -> ListPage<CallRow> {
    guard let query = request.query else { return ListPage() }
    guard !query.isPlain else { return board.plainCalls(list, query.list, now: now) }
    var arrangement = arrangements.removeValue(forKey: query) ?? CallArrangement(query)
    let end = ContinuousClock.now + .milliseconds(5)
    while !arrangement.look(at: board, now: now, limit: 256), ContinuousClock.now < end {}
    defer { arrangements = [query: arrangement] }
    return arrangement.page(list.cursor, height: list.height, of: board, now: now)
  }
}
