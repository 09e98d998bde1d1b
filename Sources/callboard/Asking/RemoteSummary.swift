import CallModel

/// The figures of the board, as `/v1/summary` tells them.
struct RemoteSummary: RemoteAnswer {
  struct Live: Decodable {
    var dialing: Int
    var ringing: Int
    var waiting: Int
    var talking: Int
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
    /// From 0 to 1.
    var serviceLevel: Double?
    var asaSeconds: Double?
    var ahtSeconds: Double?
  }
  struct Callbacks: Decodable {
    var accepted: Int
    var duplicates: Int
    var rejected: Int
  }

  var live: Live
  var agents: Agents
  var longestRingingSeconds: Double?
  var window: Window
  var callbacks: Callbacks

  /// Each figure with its name in CSV and in the table; nil where it is not known.
  private var figures: [(name: String, words: String, value: Double?, text: String?)] {
    func number(_ name: String, _ words: String, _ number: Int) -> (
      String, String, Double?, String?
    ) {
      (name, words, Double(number), "\(number)")
    }
    func time(_ name: String, _ words: String, _ time: Double?) -> (
      String, String, Double?, String?
    ) {
      (name, words, time, time?.elapsed)
    }
    let level = window.serviceLevel
    return [
      number("dialing", "calls dialing", live.dialing),
      number("ringing", "calls ringing", live.ringing),
      number("waiting", "calls waiting", live.waiting),
      number("talking", "calls talking", live.talking),
      time("longest_ringing_seconds", "longest ringing", longestRingingSeconds),
      number("agents_busy", "agents busy", agents.busy),
      number("agents_free", "agents free", agents.free),
      number("offered", "offered today", window.offered),
      number("answered", "answered", window.answered),
      number("missed", "missed", window.missed),
      number("abandoned", "abandoned", window.abandoned),
      (
        "service_level", "service level", level,
        level.map { "\(Int(exactly: ($0 * 100).rounded()) ?? .max) %" }
      ),
      time("asa_seconds", "average speed of answer", window.asaSeconds),
      time("aht_seconds", "average handle time", window.ahtSeconds),
      number("callbacks", "callbacks", callbacks.accepted),
      number("duplicates", "duplicates", callbacks.duplicates),
      number("rejected", "rejected", callbacks.rejected),
    ]
  }

  func table(now: Instant) -> FittedTable {
    FittedTable(
      columns: [.init("FIGURE", rank: 0), .init("", rank: 0, isRight: true)],
      rows: figures.map { [$0.words, $0.text ?? "-"] })
  }

  var csv: [[String]] { [figures.map(\.name), figures.map { $0.value?.plain ?? "" }] }
}
