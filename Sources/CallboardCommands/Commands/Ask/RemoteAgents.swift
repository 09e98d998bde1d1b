import CallModel
import CallbackWire

/// Agents, as `/v1/agents` tells them.
struct RemoteAgents: RemoteAnswer {
  struct Agent: Decodable {
    var number: RemoteText
    var name: RemoteText?
    var team: RemoteText?
    var status: RemoteText
    var activity: RemoteText
    var since: RemoteTime?
    var calls: [RemoteText]
    var offered: Int
    var answered: Int
    var missed: Int
    var talkSeconds: Double
    var meanRingSeconds: Double?
    var missesInARow: Int
    var addresses: [RemoteText]
    var out: Out

    /// What they do, in the words of the screen.
    var does: String {
      CallModel.Agent.Activity(rawValue: activity.text)?.word ?? activity.text
    }

    /// Calls in which their own leg was first.
    struct Out: Decodable {
      var placed: Int
      var connected: Int
      var missed: Int
      var talkSeconds: Double
    }
  }

  var agents: [Agent]

  func table(now: Instant) -> FittedTable {
    FittedTable(
      columns: [
        .init("AGENT", rank: 0), .init("NUMBER", rank: 6), .init("TEAM", rank: 7),
        .init("STATUS", rank: 0), .init("DOES", rank: 5),
        .init("FOR", rank: 1, isRight: true), .init("OFF", rank: 4, isRight: true),
        .init("ANS", rank: 2, isRight: true), .init("MISS", rank: 3, isRight: true),
        .init("TALK", rank: 8, isRight: true), .init("RING", rank: 9, isRight: true),
        .init("PLACED", rank: 8, isRight: true), .init("CONN", rank: 10, isRight: true),
      ],
      rows: agents.map { agent in
        [
          agent.name?.text ?? agent.number.text, agent.number.text, agent.team?.text ?? "-",
          agent.status.text, agent.does, agent.since?.age(now) ?? "-", "\(agent.offered)",
          "\(agent.answered)", "\(agent.missed)", agent.talkSeconds.elapsed,
          agent.meanRingSeconds?.figure ?? "-", "\(agent.out.placed)", "\(agent.out.connected)",
        ]
      }, empty: "No agents are known.")
  }

  var csv: [[String]] {
    [
      [
        "number", "name", "team", "status", "activity", "since", "offered", "answered", "missed",
        "talk_seconds", "mean_ring_seconds", "misses_in_a_row", "addresses", "out_placed",
        "out_connected", "out_missed", "out_talk_seconds",
      ]
    ]
      + agents.map { agent in
        [
          agent.number.text, agent.name?.text ?? "", agent.team?.text ?? "", agent.status.text,
          agent.activity.text, agent.since?.moment.rfc3339 ?? "", "\(agent.offered)",
          "\(agent.answered)", "\(agent.missed)", agent.talkSeconds.plain,
          agent.meanRingSeconds?.plain ?? "", "\(agent.missesInARow)",
          agent.addresses.map(\.text).joined(separator: "; "), "\(agent.out.placed)",
          "\(agent.out.connected)", "\(agent.out.missed)", agent.out.talkSeconds.plain,
        ]
      }
  }
}
