import CallModel
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

    var sid: RemoteText
    var direction: RemoteText?
    var from: RemoteText?
    var to: RemoteText?
    var virtualNumber: RemoteText?
    var state: RemoteText
    var outcome: RemoteText?
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
        .init("STATE", rank: 0), .init("FOR", rank: 1, isRight: true), .init("CUSTOMER", rank: 2),
        .init("LINE", rank: 5), .init("AGENT", rank: 3), .init("RANG", rank: 7, isRight: true),
        .init("TALKED", rank: 6, isRight: true), .init("CALL", rank: 4), .init("ODD", rank: 8),
      ], rows: calls.map { $0.fields(now) }, empty: "No calls.",
      rest: total > calls.count ? "… \(total - calls.count) more; see --limit" : nil)
  }

  var csv: [[String]] { [Self.header] + calls.map(\.csv) }

  static let header = [
    "sid", "state", "outcome", "started", "ended", "direction", "from", "to", "line", "agents",
    "ring_seconds", "talk_seconds", "anomalies",
  ]
}

extension RemoteCalls.Call {
  fileprivate func fields(_ now: Instant) -> [String] {
    [
      outcome?.text ?? state.text, since?.age(now) ?? "-", customer,
      virtualNumber?.text ?? "-", agents.last ?? "-", ringSeconds?.elapsed ?? "-",
      talkSeconds?.elapsed ?? "-", sid.text, anomalies.map(\.text).joined(separator: " "),
    ]
  }

  fileprivate var csv: [String] {
    let texts: [String?] = [
      sid.text, state.text, outcome?.text, startedAt?.moment.rfc3339, endedAt?.moment.rfc3339,
      direction?.text, from?.text, to?.text, virtualNumber?.text, agents.joined(separator: "; "),
      ringSeconds?.plain, talkSeconds?.plain, anomalies.map(\.text).joined(separator: " "),
    ]
    return texts.map { $0 ?? "" }
  }

  /// With an arrow before who is being called.
  var customer: String {
    let leg = legs.first { $0.party.text == "customer" }
    let arrow = (leg?.index ?? 1) > 1 ? "→ " : ""
    return arrow + (customerNumber ?? "-")
  }

  /// Nil where it is not known.
  var customerNumber: String? {
    (legs.first { $0.party.text == "customer" }?.number ?? from)?.text
  }

  /// What an agent does in it, by the key of their number.
  func activity(ofAgent key: String, _ country: Country) -> Agent.Activity {
    let own = legs.filter { leg in
      leg.number.map { PhoneNumber($0.text, country: country).key == key } ?? false
    }
    let states = own.compactMap { CallModel.Leg.State(rawValue: $0.state.text) }
    return states.filter(\.isOpen).max()?.activity ?? .idle
  }

  /// Those who were dialed, in that order.
  private var agents: [String] {
    legs.filter { $0.party.text == "agent" }.map { $0.name?.text ?? $0.number?.text ?? "unknown" }
  }
}

/// A call with its legs, as `/v1/calls/{sid}` tells it.
struct RemoteCall: RemoteAnswer {
  static func path(_ sid: String) -> String {
    "/v1/calls/" + (sid.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? sid)
  }

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
