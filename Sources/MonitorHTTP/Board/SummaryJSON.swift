import CallModel
import CallbackWire
import Monitoring

/// What `/v1/summary` tells, as it was at one moment.
struct BoardSummary: Sendable {
  var figures: BoardFigures
  /// Rejected requests since the start.
  var rejected: Int
  /// Callbacks per second.
  var perSecond: Double
  var lastAt: Instant?
  var now: Instant
  /// Nil where callbacks are not forwarded.
  var forward: ForwardStatus?
}

/// The figures as `API.md` has them: of callers, and under `out` of calls that go out.
extension JSONWriter {
  mutating func summary(_ summary: BoardSummary) { object { $0.members(of: summary) } }

  mutating func members(of summary: BoardSummary) {
    let (figures, now) = (summary.figures, summary.now)
    field("live") {
      $0.states(figures.live.callers)
      $0.field("out") { $0.states(figures.live.placed) }
    }
    field("uncertain", figures.live.uncertain)
    field("agents") { $0.agents(figures) }
    field("longestRingingSeconds", seconds: figures.live.longestRingingSince.map { now - $0 })
    field("longestWaitingSeconds", seconds: figures.live.longestWaitingSince.map { now - $0 })
    field("window") { $0.window(figures.window) }
    field("callbacks") {
      $0.field("accepted", figures.accepted)
      $0.field("duplicates", figures.duplicates)
      $0.field("rejected", summary.rejected)
      $0.field("perSecond", summary.perSecond, decimals: 1)
      $0.field("lastAt", summary.lastAt)
    }
    if let forward = summary.forward { field("forward") { $0.forward(forward) } }
  }

  private mutating func states(_ states: LiveFigures.States) {
    field("dialing", states.dialing)
    field("ringing", states.ringing)
    field("waiting", states.waiting)
    field("talking", states.talking)
  }

  private mutating func agents(_ figures: BoardFigures) {
    field("busy", figures.agentsBusy)
    field("free", figures.agentsFree)
    field("activities") {
      for activity in Agent.Activity.allCases {
        $0.field(activity.rawValue, figures.activities[activity, default: 0])
      }
    }
  }

  /// The columns add up to `offered`, those of `out` to `placed`.
  mutating func window(_ window: WindowFigures) {
    let callers = window.callers
    field("offered", callers.offered)
    field("answered", callers.answered)
    field("missed", callers.missed)
    field("abandoned", callers.abandoned)
    field("voicemail", callers.voicemail)
    field("ivr", callers.ivr)
    field("unknown", callers.unknown)
    field("pending", callers.pending)
    field("lost", callers.lost)
    field("shortAbandons", callers.shortAbandons)
    field("answerRate", share: callers.answerRate)
    field("serviceLevel", share: window.serviceLevel)
    field("asaSeconds", mean: callers.averageSpeedOfAnswer)
    field("waitsKnown", callers.waits)
    field("meanTalkSeconds", mean: callers.meanTalk)
    field("talksKnown", callers.talks)
    // Talk and wrap-up; how long agents take for that is not known.
    field("ahtSeconds", nil as Int?)
    field("out") { $0.placed(window.placed) }
  }

  private mutating func placed(_ placed: PlacedFigures) {
    field("placed", placed.placed)
    field("connected", placed.connected)
    field("notPickedUp", placed.notPickedUp)
    field("busy", placed.busy)
    field("failed", placed.failed)
    field("abandoned", placed.abandoned)
    field("agentMissed", placed.agentMissed)
    field("unknown", placed.unknown)
    field("pending", placed.pending)
    field("connectRate", share: placed.connectRate)
    field("talkSeconds", seconds: placed.talk)
  }

  private mutating func forward(_ status: ForwardStatus) {
    field("target", status.target)
    field("waiting", status.waiting)
    field("retrying", status.retrying)
    field("delivered", status.delivered)
    field("failed", status.failed)
    field("dropped", status.dropped)
    field("returned", status.returned)
    field("fault", status.fault)
  }

  /// A mean, as it is.
  mutating func field(_ name: String, mean: Duration?) {
    let parts = mean?.components
    field(
      name, parts.map { Double($0.seconds) + Double($0.attoseconds) / 1e18 }, decimals: 6)
  }

  /// A share from 0 to 1, as it is.
  private mutating func field(_ name: String, share: Double?) {
    field(name, share, decimals: 6)
  }
}
