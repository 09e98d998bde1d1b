import BoardScreen
import CallModel

/// The figures of the board, as `/v1/summary` tells them.
struct RemoteSummary: RemoteAnswer {
  struct States: Decodable {
    var dialing: Int
    var ringing: Int
    var waiting: Int
    var talking: Int
  }
  struct Live: Decodable {
    var dialing: Int
    var ringing: Int
    var waiting: Int
    var talking: Int
    /// Of calls that go out.
    var out: States
  }
  struct Agents: Decodable {
    var busy: Int
    var free: Int
  }
  struct Window: Decodable {
    var offered: Int
    var answered: Int
    var missed: Int
    var abandoned: Int
    var voicemail: Int
    var ivr: Int
    var unknown: Int
    var pending: Int
    var lost: Int
    /// From 0 to 1.
    var answerRate: Double?
    /// From 0 to 1.
    var serviceLevel: Double?
    var asaSeconds: Double?
    var waitsKnown: Int
    var meanTalkSeconds: Double?
    var out: Out
  }
  struct Out: Decodable {
    var placed: Int
    var connected: Int
    var notPickedUp: Int
    var busy: Int
    var failed: Int
    var abandoned: Int
    var agentMissed: Int
    var unknown: Int
    var pending: Int
    /// From 0 to 1.
    var connectRate: Double?
    var talkSeconds: Double
  }
  struct Callbacks: Decodable {
    var accepted: Int
    var duplicates: Int
    var rejected: Int
  }

  var live: Live
  /// Callers of whom it is not known whether they are served, or there at all.
  var uncertain: Int
  var agents: Agents
  var longestRingingSeconds: Double?
  var longestWaitingSeconds: Double?
  var window: Window
  var callbacks: Callbacks

  /// Each figure with its name in CSV and in the table. As in the header of the screen, repeated callbacks
  /// are callbacks too.
  private var figures: [Figure] {
    liveFigures + callerFigures + placedFigures + [
      Figure("callbacks", "callbacks", callbacks.accepted + callbacks.duplicates),
      Figure("duplicates", "of them repeated", callbacks.duplicates),
      Figure("rejected", "rejected", callbacks.rejected),
    ]
  }

  private var liveFigures: [Figure] {
    [
      Figure("dialing", "callers dialing", live.dialing),
      Figure("ringing", "callers ringing", live.ringing),
      Figure("waiting", "callers waiting", live.waiting),
      Figure("talking", "callers talking", live.talking),
      Figure("uncertain", "callers uncertain", uncertain),
      Figure(time: "longest_ringing_seconds", "longest ringing", longestRingingSeconds),
      Figure(time: "longest_waiting_seconds", "longest waiting", longestWaitingSeconds),
      Figure("out_dialing", "out dialing", live.out.dialing),
      Figure("out_ringing", "out ringing", live.out.ringing),
      Figure("out_waiting", "out waiting", live.out.waiting),
      Figure("out_talking", "out talking", live.out.talking),
      Figure("agents_busy", "agents busy", agents.busy),
      Figure("agents_free", "agents free", agents.free),
    ]
  }

  private var callerFigures: [Figure] {
    [
      Figure("offered", "offered today", window.offered),
      Figure("answered", "answered", window.answered),
      Figure("missed", "missed", window.missed),
      Figure("abandoned", "abandoned", window.abandoned),
      Figure("voicemail", "voicemail", window.voicemail),
      Figure("ivr", "ivr", window.ivr),
      Figure("unknown", "unknown", window.unknown),
      Figure("pending", "pending", window.pending),
      Figure("lost", "lost", window.lost),
      Figure(share: "answer_rate", "answer rate", window.answerRate),
      Figure(share: "service_level", "service level", window.serviceLevel),
      Figure(mean: "asa_seconds", "average speed of answer", window.asaSeconds),
      Figure("waits_known", "answers with a known wait", window.waitsKnown),
      Figure(mean: "mean_talk_seconds", "mean talk", window.meanTalkSeconds),
    ]
  }

  private var placedFigures: [Figure] {
    let out = window.out
    return [
      Figure("out_placed", "placed today", out.placed),
      Figure("out_connected", "connected", out.connected),
      Figure("out_not_picked_up", "not picked up", out.notPickedUp),
      Figure("out_busy", "busy", out.busy),
      Figure("out_failed", "failed", out.failed),
      Figure("out_abandoned", "given up", out.abandoned),
      Figure("out_agent_missed", "agent missed", out.agentMissed),
      Figure("out_unknown", "unknown", out.unknown),
      Figure("out_pending", "pending", out.pending),
      Figure(share: "out_connect_rate", "connect rate", out.connectRate),
      Figure(time: "out_talk_seconds", "talk", out.talkSeconds),
    ]
  }

  func table(now: Instant) -> FittedTable {
    FittedTable(
      columns: [.init("FIGURE", rank: 0), .init("", rank: 0, isRight: true)],
      rows: figures.map { [$0.words, $0.text ?? "-"] })
  }

  var csv: [[String]] { [figures.map(\.name), figures.map { $0.value?.plain ?? "" }] }
}

extension RemoteSummary {
  /// A figure with its name in CSV and in the table.
  private struct Figure {
    let name: String
    let words: String
    /// Nil where it is not known.
    let value: Double?
    let text: String?

    init(_ name: String, _ words: String, _ count: Int) {
      (self.name, self.words, value, text) = (name, words, Double(count), "\(count)")
    }

    init(time name: String, _ words: String, _ seconds: Double?) {
      (self.name, self.words, value, text) = (name, words, seconds, seconds?.elapsed)
    }

    init(mean name: String, _ words: String, _ seconds: Double?) {
      (self.name, self.words, value, text) = (name, words, seconds, seconds?.figure)
    }

    init(share name: String, _ words: String, _ share: Double?) {
      (self.name, self.words, value, text) = (name, words, share, share.map(Rounded.percent))
    }
  }
}
