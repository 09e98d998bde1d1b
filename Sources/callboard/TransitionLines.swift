import BoardScreen
import CallModel
import Foundation
import ServiceLifecycle

/// Where there is no terminal for a screen: one line per transition of a call.
struct TransitionLines: Service {
  let zone: AccountZone
  /// Yields when the board has changed.
  let bell: AsyncStream<Void>
  /// The transitions since it was called last.
  let moves: @Sendable () -> [CallRow]

  /// Prints until the process is asked to stop, or nobody reads any more.
  func run() async throws {
    signal(SIGPIPE, SIG_IGN)
    for await _ in bell.cancelOnGracefulShutdown() {
      guard Self.print(moves().map(line)) else { return }
    }
  }

  /// `14:03:22  c4f1…  ringing  from +91…  line Sales  agent Asha Rao ringing`; of a call that goes out
  /// `out to +91…`.
  func line(_ row: CallRow) -> String {
    let call = row.call
    let moment = row.changedAt ?? call.clock
    let time = CivilTime(moment, secondsEastOfUTC: zone.secondsEastOfUTC(at: moment)).time
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
    if let talk = call.talk { words.append("talked \(Rounded.seconds(talk)) s") }
    return words.joined(separator: "  ")
  }

  /// False when nobody reads: the pipe is closed.
  static func print(_ lines: [String]) -> Bool {
    let bytes = lines.flatMap { Array(($0 + "\n").utf8) }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes {
        write(STDOUT_FILENO, $0.baseAddress, $0.count)
      }
      if count < 0, errno != EINTR { return false }
      written += max(count, 0)
    }
    return true
  }
}
