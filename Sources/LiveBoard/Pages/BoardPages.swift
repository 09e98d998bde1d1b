import BoardScreen
import CallModel
import Monitoring

/// Fetches pages of the live board for the screen, or of the one that stands still.
package struct BoardPages: BoardSource {
  private let origin: any BoardOrigin
  let thresholds: (ringing: Duration, waiting: Duration)
  /// Nil where the whole board is shown.
  private let ownAgent: String?
  /// What was warned of lately; nil where nothing was.
  private let lastWarning: @Sendable (Instant) -> String?
  private let frozen = FrozenBoard()
  let arrangements = Arrangements()

  /// What is told of the board that goes on, also while the screen stands still.
  private struct Live: Sendable {
    var now: Instant
    var wire: WireStatus
    var alarms: Alarms
    var lines: LineTroubles
    var revision: UInt64
  }

  /// What is told of the board, or of the one that stands still.
  private struct Shown: Sendable {
    var page: BoardPage
    var material: Material
    /// False where the agents that are arranged could not be brought up to this moment.
    var isFinished: Bool
  }

  /// The number of minutes that are told.
  private static let minutes = 60
  /// How many calls are looked at before callbacks have their turn again.
  static let calls = 256
  /// The same of agents, who cost more.
  private static let agents = 32
  /// Agents and calls that change faster than they are arranged are taken in one look then: agents however
  /// many they are, calls as many as these.
  private static let turns = 4
  private static let lastCalls = 512

  /// Of the board of an origin. `lastWarning` tells what was warned of lately, if anything was.
  package init(
    _ origin: any BoardOrigin, settings: ScreenSettings,
    lastWarning: @escaping @Sendable (Instant) -> String? = { _ in nil }
  ) {
    self.origin = origin
    thresholds = (settings.ringing.red, settings.waiting.red)
    ownAgent = settings.ownAgent
    self.lastWarning = lastWarning
  }

  /// Of what is sent to this address.
  package init(
    monitor: CallMonitor, address: String, settings: ScreenSettings,
    lastWarning: @escaping @Sendable (Instant) -> String? = { _ in nil }
  ) {
    self.init(
      ListenerOrigin(monitor: monitor, address: address), settings: settings,
      lastWarning: lastWarning)
  }

  /// Another one where a listener elsewhere was started anew.
  var monitor: CallMonitor { origin.monitor }

  package func page(_ request: PageRequest) -> BoardPage {
    var agents = request.agents.flatMap { $0.isPlain || $0.height <= 0 ? nil : AgentGathering() }
    var turn = 1
    while true {
      let isLast = turn >= Self.turns
      let hasSeenAll = look(for: request)
      gather(&agents)
      let (live, shown) = take(request, &agents, atMost: isLast ? .max : Self.calls)
      turn += 1
      guard shown.isFinished else { continue }
      let arranged = request.agents.flatMap { list in agents.map { ($0.all, list) } }
      let page = page(live, shown, arranged)
      // What the first look at all calls has found meanwhile is shown; what has been seen whole is shown as
      // it is at one moment.
      if !page.isPartial || !hasSeenAll || isLast { return page }
    }
  }

  /// What the board is now, and what is shown of it: both in one look, so that no two figures of a frame
  /// are of different moments, unless the screen stands still.
  private func take(
    _ request: PageRequest, _ agents: inout AgentGathering?, atMost limit: Int
  ) -> (live: Live, shown: Shown) {
    guard frozen.isSet else {
      return monitor.read { board, wire, forward, now in
        let live = tellLive(board, wire, forward, now)
        return (live, tellShown(request, &agents, limit, board, wire, now, live.wire))
      }
    }
    // The wire and the alarms are told as they are: a screen that stands still must hide neither
    // that nothing is kept nor that it rings for too long.
    let live: Live = monitor.read { board, wire, forward, now in
      tellLive(board, wire, forward, now)
    }
    let shown: Shown = read { board, wire, now in
      tellShown(request, &agents, limit, board, wire, now, live.wire)
    }
    return (live, shown)
  }

  private func tellLive(
    _ board: borrowing CallBoard, _ wire: borrowing WireLog, _ forward: ForwardStatus?,
    _ now: Instant
  ) -> Live {
    var status = status(wire, now)
    status.forward = forward
    return Live(
      now: origin.presentTime ?? now, wire: status, alarms: alarms(board, now),
      lines: board.lineTroubles, revision: Self.revision(board, wire))
  }

  private func tellShown(
    _ request: PageRequest, _ agents: inout AgentGathering?, _ limit: Int,
    _ board: borrowing CallBoard, _ wire: borrowing WireLog, _ now: Instant, _ status: WireStatus
  ) -> Shown {
    let start = monitor.windowStart(now)
    var page = BoardPage(
      now: now, revision: Self.revision(board, wire),
      figures: board.figures(since: start, now: now), wire: status, content: .figures)
    page.requests = wire.received + wire.rejected
    page.minutes = board.minutes(Self.minutes, until: now)
    if let filter = request.figuresFilter {
      let filtered = arrangements.figures(
        filter, board, since: start, now: now, minutes: Self.minutes,
        limit: min(limit, Self.lastCalls))
      (page.filtered, page.minutes) = (filtered.part, filtered.minutes)
    }
    let isFinished = agents?.finish(at: board, since: start, limit: limit) ?? true
    return Shown(
      page: page, material: material(request, board, wire, now, start, limit),
      isFinished: isFinished)
  }

  private func page(
    _ live: Live, _ shown: Shown, _ agents: (all: [Agent], list: ListRequest)?
  ) -> BoardPage {
    var page = shown.page
    page.content = shown.material.content(page.now)
    if let agents { page.content.arrange(agents.list.page(of: agents.all, now: page.now)) }
    page.clock = live.now
    page.alarms = live.alarms
    page.lines = live.lines
    if frozen.isSet { page.pause = .init(changes: live.revision &- page.revision) }
    return page
  }

  package func freeze() {
    let copy = monitor.read { board, wire, now in
      FrozenBoard.Copy(board: copy board, wire: copy wire, now: now)
    }
    frozen.set(copy)
  }

  package func thaw() { frozen.set(nil) }

  package func vocabulary() -> FilterVocabulary { read { board, _, _ in board.vocabulary } }

  package func forwardAgain(_ sequence: UInt64) -> ForwardAgain { monitor.forwardAgain(sequence) }

  package func play(_ command: PlaybackCommand) { origin.play(command) }

  /// Of the board that is shown: the one that stands still, where there is one.
  func read<Value: Sendable>(
    _ body: (borrowing CallBoard, borrowing WireLog, Instant) -> sending Value
  ) -> Value {
    frozen.isSet ? frozen.read(body) ?? monitor.read(body) : monitor.read(body)
  }

  /// Takes the agents that are to be filtered or sorted. Callbacks have their turn meanwhile.
  private func gather(_ agents: inout AgentGathering?) {
    while !read({ board, _, now in
      agents?.look(at: board, since: monitor.windowStart(now), limit: Self.agents) ?? true
    }) {}
  }

  private static func revision(
    _ board: borrowing CallBoard, _ wire: borrowing WireLog
  ) -> UInt64 {
    board.revision &+ UInt64(wire.rejected)
  }

  private func status(_ wire: borrowing WireLog, _ now: Instant) -> WireStatus {
    var status = WireStatus(
      listener: origin.listener, fault: monitor.fault?.headline, received: wire.received,
      rejected: wire.rejected,
      lastReceivedAt: wire.lastReceivedAt, lastRejectedAt: wire.lastRejectedAt,
      perSecond: wire.perSecond(at: now), warning: lastWarning(now))
    status.clockBehind = wire.clockBehind
    return status
  }

  private func alarms(_ board: borrowing CallBoard, _ now: Instant) -> Alarms {
    if let ownAgent { return alarms(ofAgent: ownAgent, board, now) }
    var alarms = Alarms()
    alarms.rings = board.rings
    alarms.newest = board.overdue(.ringing, since: now).row
    alarms.ringing = board.overdue(.ringing, since: now - thresholds.ringing)
    alarms.waiting = board.overdue(.waiting, since: now - thresholds.waiting)
    return alarms
  }

  /// What a view is made of, taken in one moment; what costs is done when callbacks go on.
  private enum Material: Sendable {
    case ready(BoardPage.Content)
    case requests(ListRequest, [WireLog.Entry])
    case call(CallRow, [WireLog.Kept])

    func content(_ now: Instant) -> BoardPage.Content {
      switch self {
      case .ready(let content): content
      case .requests(let list, let entries): .callbacks(WireRows.page(list, entries, now))
      case .call(let row, let kept): .call(CallDetail(row, kept))
      }
    }
  }

  private func material(
    _ request: PageRequest, _ board: borrowing CallBoard, _ wire: borrowing WireLog,
    _ now: Instant, _ start: Instant, _ limit: Int
  ) -> Material {
    let limit = min(limit, Self.lastCalls)
    // Those that are arranged are put in their place afterwards.
    func agents(_ list: ListRequest) -> ListPage<Agent> {
      list.isPlain
        ? board.agentPage(list.cursor, height: list.height, since: start) : ListPage()
    }
    return switch request {
    case .calls(let list, let beside):
      .ready(.calls(calls(request, list, board, now, limit), agents: agents(beside)))
    case .agents(let list): .ready(.agents(agents(list)))
    case .timeline(let list, _): .ready(.timeline(calls(request, list, board, now, limit)))
    case .history(let list): .ready(.history(calls(request, list, board, now, limit)))
    case .callbacks(let list) where list.isPlain:
      .ready(.callbacks(WireRows.page(wire.page(list.cursor, height: list.height))))
    case .callbacks(let list):
      .requests(list, wire.page(ListCursor(), height: .max).rows)
    case .call(let sid):
      board.call(sid).map { .call($0, wire.callbacks(of: sid)) } ?? .ready(.call(nil))
    case .request(let sequence):
      .ready(.request(wire.entry(sequence).map { RequestDetail($0) }))
    case .agent(let key, let earlier):
      .ready(.agent(agent(key, earlier: earlier, board, now, start, limit: limit)))
    case .floor, .figures: .ready(.figures)
    }
  }

  private func calls(
    _ request: PageRequest, _ list: ListRequest, _ board: borrowing CallBoard, _ now: Instant,
    _ limit: Int
  ) -> ListPage<CallRow> {
    guard let query = request.query else { return ListPage() }
    return query.isPlain
      ? board.plainCalls(list, query.list, now: now)
      : arrangements.page(
        query, list.cursor, height: list.height, board, now, limit: limit)
  }
}
