import CallModel
import CallbackWire
import FoundationEssentials
import Monitoring

/// The JSON of `API.md`: keys in its order, unknown is `null`.
extension JSONWriter {
  /// Without its callbacks: see ``ListBody``.
  package mutating func call(_ row: CallRow) {
    let call = row.call
    object {
      $0.parties(of: call)
      $0.field("lineLabel", row.lineLabel)
      $0.field("state", call.state.rawValue)
      $0.field("uncertain", call.isUncertain)
      $0.field("outcome", call.outcome?.rawValue)
      $0.field("status", call.status)
      $0.field("startedAt", call.startedAt)
      $0.field("answeredAt", call.answeredAt)
      $0.field("endedAt", call.endedAt)
      $0.field("since", call.clock)
      $0.field("talkSeconds", seconds: call.talk)
      $0.field("ringSeconds", seconds: call.ring)
      $0.field("endedBy", call.endedBy?.rawValue)
      $0.field("recordingURL", call.recordingURL)
      $0.field("customField", call.customField)
      $0.field("digits", call.digits)
      $0.bot(call.bot)
      $0.field("bridge", call.bridge)
      $0.field("campaign", call.campaign)
      let names = row.legNames + Array(repeating: nil, count: call.legs.count)
      $0.field("legs", array: zip(call.legs, names)) { $0.leg($1.0, name: $1.1) }
      $0.field("anomalies", array: call.anomalies.all) { $0.value($1.rawValue) }
      $0.field("callbackCount", call.callbackCount)
      $0.field("duplicates", call.duplicates)
    }
  }

  private mutating func parties(of call: Call) {
    field("sid", call.sid)
    field("source", call.source?.rawValue)
    field("families", array: call.families) { $0.value($1.rawValue) }
    field("direction", call.direction)
    field("outgoing", call.isOutgoing)
    field("from", call.from?.text)
    field("to", call.to?.text)
    field("virtualNumber", call.virtualNumber?.text)
  }

  private mutating func bot(_ bot: Call.Bot?) {
    guard let bot else { return field("bot", nil as String?) }
    field("bot") {
      $0.field("status", bot.status.rawValue)
      $0.field("seconds", seconds: bot.talk)
      $0.field("endedBy", bot.endedBy?.rawValue)
      $0.field("error", bot.error)
    }
  }

  private mutating func leg(_ leg: Leg, name: String?) {
    object {
      $0.field("index", leg.index)
      $0.field("party", leg.party.rawValue)
      $0.field("number", leg.number?.text)
      $0.field("name", name ?? leg.name)
      $0.field("state", leg.state.rawValue)
      $0.field("outcome", leg.outcome?.rawValue)
      $0.field("dialedAt", leg.dialedAt)
      $0.field("ringingAt", leg.ringingAt)
      $0.field("answeredAt", leg.answeredAt)
      $0.field("endedAt", leg.endedAt)
      $0.field("ringSeconds", seconds: leg.ring)
      $0.field("onCallSeconds", seconds: leg.onCall)
      $0.field("answeredBy", leg.answeredBy?.rawValue)
    }
  }

  mutating func callback(_ kept: WireLog.Kept) {
    object {
      $0.field("sequence", Int(clamping: kept.sequence))
      $0.field("arrivedAt", kept.arrivedAt)
      $0.field("method", kept.raw.method)
      $0.field("target", kept.raw.target)
      $0.field("contentType", kept.raw.contentType)
      let text = String(validating: kept.raw.body, as: UTF8.self)
      $0.field("body", text)
      if text == nil { $0.field("bodyBase64", Data(kept.raw.body).base64EncodedString()) }
      $0.field("repeats", kept.repeats)
    }
  }

  mutating func agent(_ agent: Agent) {
    object {
      $0.field("number", agent.number.text)
      $0.field("name", agent.name)
      $0.field("team", agent.team)
      $0.field("status", agent.status.rawValue)
      $0.field("activity", agent.activity.rawValue)
      $0.field("since", agent.since)
      $0.field("calls", array: agent.calls) { $0.value($1) }
      $0.field("offered", agent.figures.offered)
      $0.field("answered", agent.figures.answered)
      $0.field("missed", agent.figures.missed)
      $0.field("talkSeconds", seconds: agent.figures.talk)
      $0.field("meanRingSeconds", mean: agent.figures.meanRing)
      $0.field("missesInARow", agent.missesInARow)
      $0.field("addresses", array: agent.addresses) { $0.value($1.text) }
      $0.field("out") {
        $0.field("placed", agent.figures.placed)
        $0.field("connected", agent.figures.connected)
        $0.field("missed", agent.figures.ownMissed)
        $0.field("talkSeconds", seconds: agent.figures.placedTalk)
      }
    }
  }

  mutating func rejection(_ entry: WireLog.Entry) {
    let raw = entry.request.raw
    object {
      $0.field("at", entry.request.arrivedAt)
      $0.field("address", entry.request.peer)
      $0.field("method", raw.method)
      $0.field("target", raw.target)
      $0.field("status", entry.status)
      $0.field("reason", entry.reason)
      $0.field("firstBytes", String(decoding: raw.body.prefix(256), as: UTF8.self))
    }
  }
}
