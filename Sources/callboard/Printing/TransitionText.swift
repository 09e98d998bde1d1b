import CallModel

/// A transition of a call, in one line.
struct TransitionText {
  let zone: AccountZone

  /// `14:03:22  c4f1…  ringing  from +91…  line Sales  agent Asha Rao ringing`.
  func line(_ row: CallRow) -> String {
    let call = row.call
    let moment = row.changedAt ?? call.clock
    let time = CivilTime(moment, secondsEastOfUTC: zone.secondsEastOfUTC(at: moment)).time
    var words = [time, call.sid, call.state.rawValue]
    if let outcome = call.outcome { words.append(outcome.rawValue) }
    if let from = call.from { words.append("from \(from.text)") }
    if let line = row.lineLabel ?? call.virtualNumber?.text { words.append("line \(line)") }
    for (leg, name) in zip(call.legs, row.legNames) where leg.party == .agent {
      let word = leg.outcome?.rawValue ?? leg.state.rawValue
      words.append("agent \(name ?? leg.number?.text ?? "unknown") \(word)")
    }
    if let talk = call.talk { words.append("talked \(talk.components.seconds) s") }
    return words.joined(separator: "  ")
  }
}
