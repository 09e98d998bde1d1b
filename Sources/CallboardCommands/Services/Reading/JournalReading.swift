import ArgumentParser
import CallJournal
import CallModel
import Foundation
import Monitoring

/// What the commands that read a journal share.
struct JournalReading {
  let folder: JournalFolder
  let zone: AccountZone

  init(_ place: JournalPlace, _ board: BoardOptions) throws {
    folder = try place.folder
    zone = try board.accountZone
    try Self.requireDays(folder)
  }

  /// - Throws: exit code 66 (no input), after telling that no journal is there.
  static func requireDays(_ folder: JournalFolder) throws {
    guard try folder.days().isEmpty else { return }
    throw Failure.tell("no journal is in \(folder.path); name its folder with --data", code: 66)
  }

  /// Hands out the calls that began in the period; says on stderr what could not be read. `known` has no
  /// calls, and knows what all of the journal shows of the account.
  func forEachCall(
    in period: Range<Instant>, _ board: BoardOptions, on known: CallBoard, now: Instant,
    _ body: (CallRow) -> Void
  ) throws {
    let calls = PastCalls(
      folder: folder, decoder: try board.decoder, rules: known.rules, roster: known.roster,
      facts: known.facts.all, dayName: zone.day)
    var progress = ProgressLine("reading the journal")
    let damaged = try calls.forEach(
      in: period, now: now, progress: { progress.show($0) }, body)
    progress.end()
    guard damaged > 0 else { return }
    Failure.say(Self.leftOut(damaged) + "; 'callboard journal verify' names what is damaged")
  }

  /// A board without calls that knows what is kept of the account beside the journal, and what its entries
  /// show since.
  func knownBoard(_ options: BoardOptions, now: Instant) throws -> CallBoard {
    let (decoder, roster) = (try options.decoder, try options.readRoster())
    var board = CallBoard(rules: options.rules, roster: roster)
    let kept = try AccountFactsFile(folder, country: decoder.country).contents()
    board.join(kept.facts)
    let past = PastFacts(
      folder: folder, decoder: decoder, rules: options.rules, roster: roster, dayName: zone.day)
    var progress = ProgressLine("reading what is known of the account")
    defer { progress.end() }
    _ = try past.forEach(from: kept.readUpTo, to: now, progress: { progress.show($0) }) {
      board.join($0)
      return true
    }
    return board
  }

  static func leftOut(_ lines: Int) -> String {
    lines == 1 ? "1 damaged line is left out" : "\(lines) damaged lines are left out"
  }
}
