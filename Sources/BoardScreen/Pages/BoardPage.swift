import CallModel

/// Everything that one frame shows, taken from the board in one moment.
package struct BoardPage: Sendable {
  package enum Content: Sendable {
    case calls(ListPage<CallRow>, agents: ListPage<Agent>)
    case agents(ListPage<Agent>)
    case timeline(ListPage<CallRow>)
    /// Ended calls, the newest first.
    case history(ListPage<CallRow>)
    case callbacks(ListPage<WireRow>)
    /// Nil when the board does not know the call.
    case call(CallDetail?)
    /// Nil when the board does not know the agent.
    case agent(AgentDetail?)
    /// Nil when it is not kept any more.
    case request(RequestDetail?)
    /// Nothing but the figures.
    case figures

    /// Shows these agents, where it shows any.
    package mutating func arrange(_ agents: ListPage<Agent>) {
      switch self {
      case .calls(let calls, _): self = .calls(calls, agents: agents)
      case .agents: self = .agents(agents)
      case .timeline, .history, .callbacks, .call, .agent, .request, .figures: break
      }
    }
  }

  /// A screen that stands still.
  package struct Pause: Hashable, Sendable {
    /// Changes of the board since it stands still.
    package var changes: UInt64

    package init(changes: UInt64) { self.changes = changes }
  }

  /// The figures of a filter, as far as the calls were looked at.
  package struct FilteredPart: Hashable, Sendable {
    package var figures: CallFigures
    package var isPartial: Bool

    package init(figures: CallFigures, isPartial: Bool) {
      self.figures = figures
      self.isPartial = isPartial
    }
  }

  /// The monitor's clock when the page was taken; while the screen stands still, when that began.
  package var now: Instant
  /// The monitor's clock also while the screen stands still.
  package var clock: Instant
  /// Counts every change of the board and of the wire.
  package var revision: UInt64
  package var figures: BoardFigures
  /// Of the calls that match the filter of what is shown; nil where all are shown.
  package var filtered: FilteredPart?
  /// All requests that had come when the page was taken.
  package var requests: Int
  /// The last hour, a minute each, the last one that is over at the end: of the calls that match the
  /// filter.
  package var minutes: [MinuteFigures] = []
  package var alarms = Alarms()
  /// As they are also while the screen stands still.
  package var lines = LineTroubles()
  package var wire: WireStatus
  package var content: Content
  /// Nil while the screen follows the board.
  package var pause: Pause?

  /// Live calls and those of the window, as the header tells them.
  package var shown: CallFigures {
    filtered?.figures ?? CallFigures(live: figures.live, window: figures.window)
  }

  /// True while a part of what it shows has not been looked at yet: it should be asked for again at once.
  package var isPartial: Bool { filtered?.isPartial ?? false || isContentPartial }

  private var isContentPartial: Bool {
    switch content {
    case .calls(let calls, let agents): calls.isPartial || agents.isPartial
    case .timeline(let calls), .history(let calls): calls.isPartial
    case .agent(let detail): detail?.isPartial ?? false
    case .agents, .callbacks, .call, .request, .figures: false
    }
  }

  package init(
    now: Instant, revision: UInt64, figures: BoardFigures, wire: WireStatus, content: Content
  ) {
    self.now = now
    clock = now
    self.revision = revision
    self.figures = figures
    requests = wire.received + wire.rejected
    self.wire = wire
    self.content = content
  }
}
