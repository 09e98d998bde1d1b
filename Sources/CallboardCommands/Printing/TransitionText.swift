import BoardScreen
import CallModel

/// A transition of a call, in one line.
struct TransitionText {
  let zone: AccountZone

  /// `14:03:22  c4f1…  ringing  from +91…  line Sales  agent Asha Rao ringing`; of a call that goes out
  /// `out to +91…`.
  func line(_ row: CallRow) -> String {
    let call = row.call
    let moment = row.changedAt ?? call.clock
    let time = CivilTime(moment, in: zone.civil).time
    var words = [time, call.sid] + (call.isLive ? [] : [call.state.rawValue])
    words.append(CallWords.state(call))
    if call.isOutgoing {
      words.append("out" + (call.customer.map { " to \($0.text)" } ?? ""))
    } else if let from = call.from {
      words.append("from \(from.text)")
    }
    if let line = row.lineLabel ?? call.virtualNumber?.text { words.append("line \(line)") }
    for (leg, name) in zip(call.legs, row.legNames) where leg.party == .agent {
      let open = leg.state.isOpen ? call.activity(of: leg).rawValue : leg.state.rawValue
      let word = leg.outcome?.rawValue ?? open
      words.append("agent \(name ?? leg.number?.text ?? "unknown") \(word)")
    }
    for companion in call.companions where companion.party == .agent && companion.isThere {
      words.append("with \(companion.name ?? companion.number?.text ?? "unknown")")
    }
    if let talk = call.talk { words.append("talked \(Rounded.seconds(talk)) s") }
    return words.joined(separator: "  ")
  }
}
