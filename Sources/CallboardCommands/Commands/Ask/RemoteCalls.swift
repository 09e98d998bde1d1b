import BoardScreen
import CallModel
import CallbackWire
import Foundation

/// Calls, as `/v1/calls` tells them.
struct RemoteCalls: RemoteAnswer {
  struct Call: Decodable {
    struct Leg: Decodable {
      var index: Int
      var party: RemoteText
      var number: RemoteText?
      var name: RemoteText?
      var state: RemoteText
      var outcome: RemoteText?
      var ringSeconds: Double?
      var onCallSeconds: Double?
    }

    struct Bot: Decodable {
      var status: RemoteText
    }

    var sid: RemoteText
    var families: [RemoteText]
    var direction: RemoteText?
    var outgoing: Bool
    var from: RemoteText?
    var to: RemoteText?
    var virtualNumber: RemoteText?
    /// Nil without one, and from a listener of an earlier version.
    var lineLabel: RemoteText?
    var state: RemoteText
    var uncertain: Bool
    var outcome: RemoteText?
    var endedBy: RemoteText?
    var bot: Bot?
    var startedAt: RemoteTime?
    var endedAt: RemoteTime?
    var since: RemoteTime?
    var talkSeconds: Double?
    var ringSeconds: Double?
    var legs: [Leg]
    var anomalies: [RemoteText]
    var callbackCount: Int
  }

  var calls: [Call]
  /// Of all that match, those that are not told here too.
  var total: Int

  func table(now: Instant) -> FittedTable {
    FittedTable(
      columns: [
        .init("STATE", rank: 0), .init("FOR", rank: 1, isRight: true), .init("CALLER", rank: 2),
        .init("LINE", rank: 5), .init("AGENT", rank: 3), .init("RANG", rank: 7, isRight: true),
        .init("TALKED", rank: 6, isRight: true), .init("SID", rank: 4),
        .init("HUNG UP", rank: 9), .init("ODD", rank: 8),
      ], rows: calls.map { $0.fields(now) }, empty: "No calls.",
      rest: total > calls.count ? "… \(total - calls.count) more; see --limit" : nil)
  }

  var csv: [[String]] { [Self.header] + calls.map(\.csv) }

  static let header = [
    "sid", "families", "outgoing", "state", "uncertain", "outcome", "started", "ended", "direction",
    "from", "to", "line", "line_label", "agents", "answered_by", "ring_seconds", "talk_seconds",
    "ended_by", "anomalies",
  ]
}

extension RemoteCalls.Call {
  fileprivate func fields(_ now: Instant) -> [String] {
    [
      word, since?.age(now) ?? "-", customer,
      (lineLabel ?? virtualNumber)?.text ?? "-", mainAgent ?? "-", ringSeconds?.elapsed ?? "-",
      talkSeconds?.elapsed ?? "-", sid.text, endedBy?.text ?? "-",
      anomalies.map(\.text).joined(separator: " "),
    ]
  }

  fileprivate var csv: [String] {
    let texts: [String?] = [
      sid.text, families.map(\.text).joined(separator: " "), "\(outgoing)", state.text,
      "\(uncertain)", outcome?.text, startedAt?.moment.rfc3339, endedAt?.moment.rfc3339,
      direction?.text, from?.text, to?.text, virtualNumber?.text, lineLabel?.text,
      agents.map(\.spelled).joined(separator: "; "),
      agents.last { $0.outcome?.text == Self.completed || $0.isTalking }?.spelled,
      ringSeconds?.plain, talkSeconds?.plain, endedBy?.text,
      anomalies.map(\.text).joined(separator: " "),
    ]
    return texts.map { $0 ?? "" }
  }

  /// With an arrow before who is being called.
  var customer: String { (outgoing ? "→ " : "") + (customerNumber ?? "-") }

  /// What goes on in it, or how it ended, in the words of the screen.
  private var word: String {
    if let outcome {
      return CallModel.Call.Outcome(rawValue: outcome.text)?.word(isOutgoing: outgoing)
        ?? outcome.text
    }
    let isWithBot =
      state.text == CallModel.Call.State.waiting.rawValue
      && bot?.status.text == CallModel.Call.Bot.Status.running.rawValue
    let word = isCalling ? Agent.Activity.calling.rawValue : isWithBot ? "bot" : state.text
    return word + (uncertain ? "?" : "")
  }

  /// The agent's own leg is answered, and the other side is not there yet.
  private var isCalling: Bool {
    guard let first = legs.first, first.party.text == "agent", legs.count > 1 else { return false }
    return first.state.text == CallModel.Leg.State.answered.rawValue
      && state.text != CallModel.Call.State.talking.rawValue
  }

  /// Nil where it is not known.
  var customerNumber: String? {
    guard let leg = legs.first(where: { $0.party.text == "customer" }) else { return from?.text }
    return (leg.number ?? (outgoing ? nil : from))?.text
  }

  /// What an agent does in it, by the keys of their addresses.
  func activity(ofAgent keys: Set<String>, _ country: Country) -> Agent.Activity {
    let own = legs.filter { leg in
      leg.number.map { keys.contains(PhoneNumber($0.text, country: country).key) } ?? false
    }
    switch own.compactMap({ CallModel.Leg.State(rawValue: $0.state.text) }).filter(\.isOpen).max() {
    case .dialing: return .dialing
    case .ringing: return .ringing
    case .answered: return isCalling ? .calling : .talking
    case .waiting, .ended, nil: return .idle
    }
  }

  private static let completed = CallModel.Leg.Outcome.completed.rawValue

  /// Those who were dialed, in that order.
  private var agents: [Leg] { legs.filter { $0.party.text == "agent" } }

  /// The one of the most advanced open leg; in a call that is over, who answered, else who was tried
  /// last; nil while it waits.
  private var mainAgent: String? {
    let open = agents.filter { $0.callState?.isOpen ?? false }
    let main =
      open.max { ($0.callState ?? .waiting) < ($1.callState ?? .waiting) }
      ?? (outcome == nil ? nil : agents.last { $0.outcome?.text == Self.completed } ?? agents.last)
    return main?.spelled
  }
}

extension RemoteCalls.Call.Leg {
  fileprivate var callState: CallModel.Leg.State? { .init(rawValue: state.text) }

  fileprivate var isTalking: Bool { callState == .answered }

  fileprivate var spelled: String { name?.text ?? number?.text ?? "unknown" }
}

/// A call with its legs, as `/v1/call` tells it.
struct RemoteCall: RemoteAnswer {
  /// In the query: a sid may have characters that no path can have.
  static let path = "/v1/call"

  static func query(_ sid: String) -> [(name: String, value: String)] { [("sid", sid)] }

  private var call: RemoteCalls.Call

  init(from decoder: any Decoder) throws { call = try RemoteCalls.Call(from: decoder) }

  func table(now: Instant) -> FittedTable {
    let first = call.fields(now)
    let head = ["call", first[7], first[0], first[1], call.ringSeconds?.elapsed ?? "-", first[6]]
    return FittedTable(
      columns: [
        .init("", rank: 0), .init("WHO", rank: 0), .init("STATE", rank: 0),
        .init("FOR", rank: 3, isRight: true), .init("RANG", rank: 2, isRight: true),
        .init("TALKED", rank: 1, isRight: true),
      ],
      rows: [head]
        + call.legs.map { leg in
          [
            leg.party.text, leg.name?.text ?? leg.number?.text ?? "unknown",
            leg.outcome?.text ?? leg.state.text, "", leg.ringSeconds?.elapsed ?? "-",
            leg.onCallSeconds?.elapsed ?? "-",
          ]
        })
  }

  var csv: [[String]] { [RemoteCalls.header, call.csv] }
}
