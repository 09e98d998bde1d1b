import CallModel
import Foundation
import Monitoring

/// Which listener this is, for those who come again.
struct ListenerIdentity: Sendable {
  /// Another one for each start: sequences and events of two runs have nothing to do with each other.
  let run = String(UInt64.random(in: 0...UInt64.max), radix: 36)
  /// The name of the account's zone.
  let zone: String
  let country: Country
  /// When a day begins, after midnight.
  var dayStart = Duration.zero
}

extension ListenerGreeting {
  /// What this listener says of itself at that moment.
  init(_ identity: ListenerIdentity, _ monitor: CallMonitor, at moment: Instant) {
    let (rules, roster) = monitor.read { board, _, _ in (board.rules, board.roster) }
    self.init(
      run: identity.run, at: moment,
      board: BoardTerms(
        zone: identity.zone, country: identity.country, dayStart: identity.dayStart, rules: rules,
        roster: roster))
  }

  var json: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { Array($0) } ?? Array("{}".utf8)
  }
}
