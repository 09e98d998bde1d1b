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

/// The listener and the flow of callbacks, as the header tells them.
package struct WireStatus: Hashable, Sendable {
  package enum Listener: Hashable, Sendable {
    /// The address callbacks go to, as `127.0.0.1:8080/exotel`.
    case listening(String)
    /// Why nothing can be heard.
    case down(String)
    /// Nobody listens: a recording is played.
    case replaying(PlaybackStatus)
    /// Somebody elsewhere listens.
    case attached(AttachStatus)
  }

  package var listener: Listener
  /// Nil elsewhere than in a replay.
  package var playback: PlaybackStatus? {
    if case .replaying(let status) = listener { status } else { nil }
  }
  /// Nil where nobody elsewhere listens.
  package var attached: AttachStatus? {
    if case .attached(let status) = listener { status } else { nil }
  }
  /// False where the board is not that of this moment, or not whole.
  package var isLive: Bool { attached?.isLive ?? true }
  /// Why callbacks cannot be kept, and are refused for it; nil while they can.
  package var fault: String?
  /// Accepted callbacks, duplicates included.
  package var received: Int
  package var rejected: Int
  package var lastReceivedAt: Instant?
  package var lastRejectedAt: Instant?
  /// Callbacks per second over the last 10 seconds.
  package var perSecond: Double
  /// By how much the clock of the machine was set back; nil where it was not, or has made up for it.
  package var clockBehind: Duration?
  /// The last warning of the log, for the status line.
  package var warning: String?
  /// Nil where nothing is forwarded.
  package var forward: ForwardStatus?

  package init(
    listener: Listener, fault: String? = nil, received: Int = 0, rejected: Int = 0,
    lastReceivedAt: Instant? = nil,
    lastRejectedAt: Instant? = nil, perSecond: Double = 0, warning: String? = nil
  ) {
    self.listener = listener
    self.fault = fault
    self.received = received
    self.rejected = rejected
    self.lastReceivedAt = lastReceivedAt
    self.lastRejectedAt = lastRejectedAt
    self.perSecond = perSecond
    self.warning = warning
  }
}

/// One request on the wire.
package struct WireRow: Hashable, Sendable {
  /// Its sequence number, which is also its id in lists.
  package var sequence: UInt64
  package var arrivedAt: Instant
  package var method: String
  /// The HTTP status that was answered.
  package var answered: Int
  /// From the whole request to the answer; nil where it is not known.
  package var latency: Duration?
  /// `Dial`, `Ringing`, …, as the board understood it; nil for a rejected request.
  package var event: String?
  package var sid: String?
  package var agent: PhoneNumber?
  /// Oddities of an accepted callback (`duplicate`, `late`, …), in a few words.
  package var notes: [String]
  /// Why it was rejected.
  package var reason: String?
  /// How far it has come on its way to another URL; nil where it does not go there.
  package var forwarding: Forwarding?

  package init(
    sequence: UInt64, arrivedAt: Instant, method: String, answered: Int, latency: Duration?,
    event: String? = nil, sid: String? = nil, agent: PhoneNumber? = nil, notes: [String] = [],
    reason: String? = nil
  ) {
    self.sequence = sequence
    self.arrivedAt = arrivedAt
    self.method = method
    self.answered = answered
    self.latency = latency
    self.event = event
    self.sid = sid
    self.agent = agent
    self.notes = notes
    self.reason = reason
  }
}

/// One request as it came, with what was answered.
package struct RequestDetail: Hashable, Sendable {
  package var row: WireRow
  /// The sender's address.
  package var peer: String
  /// Path and query as they came, the key and all links masked.
  package var target: String
  package var contentType: String?
  /// As it came, but for links; of a rejected request the first 1,024 bytes.
  package var body: String

  package init(
    row: WireRow, peer: String, target: String, contentType: String?, body: String
  ) {
    self.row = row
    self.peer = peer
    self.target = target
    self.contentType = contentType
    self.body = body
  }
}

/// One call with its raw callbacks.
package struct CallDetail: Hashable, Sendable {
  package struct Raw: Hashable, Sendable {
    /// What it was understood as.
    package var callback: Callback
    package var arrivedAt: Instant
    package var method: String
    /// Path and query as they came, the key and all links masked.
    package var target: String
    package var contentType: String?
    /// The body as it came, but for links; may hold anything, control characters included.
    package var body: String
    /// How often the same delivery came again.
    package var repeats: Int

    package init(
      callback: Callback, arrivedAt: Instant, method: String, target: String,
      contentType: String?, body: String, repeats: Int
    ) {
      self.callback = callback
      self.arrivedAt = arrivedAt
      self.method = method
      self.target = target
      self.contentType = contentType
      self.body = body
      self.repeats = repeats
    }
  }

  package var row: CallRow
  /// In the order of arrival.
  package var raw: [Raw]

  package init(row: CallRow, raw: [Raw]) {
    self.row = row
    self.raw = raw
  }
}
