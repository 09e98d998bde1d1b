import ArgumentParser
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

  /// Hands out the calls that began in the period; says on stderr what could not be read. Gives what the
  /// callbacks of other calls tell of them.
  func forEachCall(
    in period: Range<Instant>, _ board: BoardOptions, now: Instant, _ body: (CallRow) -> Void
  ) throws -> AccountFacts {
    let calls = PastCalls(
      folder: folder, decoder: try board.decoder, rules: board.rules,
      roster: try board.readRoster(), dayName: zone.day)
    var progress = ProgressLine("reading the journal")
    let known = try calls.forEach(
      in: period, now: now, progress: { progress.show($0) }, body)
    progress.end()
    let damaged = known.damagedLines
    guard damaged > 0 else { return known.facts }
    Failure.say(Self.leftOut(damaged) + "; 'callboard journal verify' names what is damaged")
    return known.facts
  }

  static func leftOut(_ lines: Int) -> String {
    lines == 1 ? "1 damaged line is left out" : "\(lines) damaged lines are left out"
  }
}
