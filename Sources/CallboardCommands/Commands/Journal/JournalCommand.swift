import ArgumentParser
import CallJournal
import CallModel
import Foundation
import Monitoring

struct JournalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal", abstract: "Look after the journal.",
    subcommands: [Verify.self, Compact.self, Export.self])

  func run() throws {
    throw ValidationError("say one of 'journal verify', 'journal compact' and 'journal export'")
  }

  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "verify", abstract: "Read all of it: checksums, counts, gaps.",
      discussion: "Exits with 1 where something is damaged or missing.")

    @OptionGroup var place: JournalPlace
    @OptionGroup var zone: ZoneOption
    @OptionGroup var configuration: ConfigurationOption

    func run() throws {
      let folder = try place.folder
      let audit = try Failure.exiting {
        try JournalReading.requireDays(folder)
        var progress = ProgressLine("verifying")
        defer { progress.end() }
        return try JournalAudit(folder) { progress.show($0) }
      }
      var output = StandardOutput()
      for line in AuditText(audit: audit, zone: try zone.accountZone).lines { output.line(line) }
      output.flush()
      if !audit.isSound { throw ExitCode(1) }
    }
  }

  struct Compact: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "compact", abstract: "Compress all days but the newest with gzip.",
      discussion: "Every command reads compressed days too. Safe while a listener writes.")

    @OptionGroup var place: JournalPlace
    @OptionGroup var zone: ZoneOption
    @OptionGroup var configuration: ConfigurationOption

    func run() throws {
      let folder = try place.folder
      let today = try zone.accountZone.day(.now())
      try Failure.exiting {
        try JournalReading.requireDays(folder)
        let compaction = JournalCompaction(folder)
        let days = try compaction.days(before: today)
        var output = StandardOutput()
        if days.isEmpty { output.line("nothing to compress: the newest day stays as it is") }
        for day in days {
          let bytes = try compaction.compact(day)
          output.line("\(day.name)  \(ByteCount(day.bytes)) -> \(ByteCount(bytes))")
          output.flush()
        }
        output.flush()
      }
    }
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export", abstract: "Print entries as JSON lines, as a recording.",
      discussion: "Damaged lines are left out. Without --since, all of it.")

    @Option(
      help: ArgumentHelp("From when on: 7d (ago), 2026-11-20, today.", valueName: "time"))
    var since: String?

    @Option(help: ArgumentHelp("Until when, in the same forms.", valueName: "time"))
    var until: String?

    @Option(help: ArgumentHelp("Only the callbacks of this call.", valueName: "sid"))
    var call: String?

    @OptionGroup var place: JournalPlace
    @OptionGroup var zone: ZoneOption
    @OptionGroup var configuration: ConfigurationOption

    func run() throws {
      let (folder, zone, now) = (try place.folder, try zone.accountZone, Instant.now())
      let start = try since.map { try PeriodOptions.instant($0, "--since", zone, now) }
      let end = try until.map { try PeriodOptions.instant($0, "--until", zone, now) }
      try Failure.exiting {
        try JournalReading.requireDays(folder)
        let days = try start.map { try folder.days(since: $0, dayName: zone.day) } ?? folder.days()
        try print(JournalReader(days: days), start, end)
      }
    }

    private func print(_ reader: JournalReader, _ start: Instant?, _ end: Instant?) throws {
      var output = StandardOutput()
      var (damaged, count) = (0, 0)
      try reader.forEach { item throws(JournalError) in
        switch item {
        case .entry(let entry):
          let isEarly = start.map { entry.arrivedAt < $0 } ?? false
          let isLate = end.map { entry.arrivedAt >= $0 } ?? false
          guard !isEarly, !isLate, call.map({ entry.sid == $0 }) ?? true else { break }
          output.write(entry.line)
          count += 1
        case .damaged(let damage): damaged += damage.lines.count
        }
        return true
      }
      output.flush()
      if damaged > 0 { Failure.say(JournalReading.leftOut(damaged)) }
      if let call, count == 0 {
        throw Failure.tell("the journal has no callback of a call \(call) then", code: 66)
      }
    }
  }
}

/// The account's zone, for commands that need nothing else of the board.
struct ZoneOption: ParsableArguments {
  @Option(help: ArgumentHelp("The zone of the Exotel account.", valueName: "name"))
  var zone = Configuration.current.zone ?? "Asia/Kolkata"

  var accountZone: AccountZone {
    get throws { try ValueRule.zone.require(zone, of: "--zone") }
  }

  mutating func validate() throws { _ = try accountZone }
}
