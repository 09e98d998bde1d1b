import ArgumentParser
import BoardScreen
import CallJournal
import CallModel
import CallbackDelivery
import Foundation
import Monitoring
import NcursesTerminal
import ServiceLifecycle

struct ReplayCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Play a recording onto a board, or send it to a URL.",
    discussion: """
      A recording is what --record wrote, or a day of the journal, compressed or not; of a folder \
      all days are played. The board's time is that of the recording. Space plays and stands \
      still, n is the next callback, < and > change the speed, [ and ] jump a minute, t jumps to \
      a time.

      Without a terminal each transition is printed as one line, as fast as can be. With --to the \
      accepted callbacks are sent, each once, in the time of the recording; it exits with 1 when one \
      was not taken, with 69 when nobody answers. Damaged lines are named and left out; they change \
      nothing about the exit code.
      """)

  @Argument(help: ArgumentHelp("Recordings, days of a journal, or its folder.", valueName: "file"))
  var files: [String]

  @Option(
    help: ArgumentHelp(
      "How many times as fast as it was, as 10 or 0.5, or max (default: 1; max without a "
        + "terminal).",
      valueName: "number|max"), transform: ValueRule.speed.argument)
  var speed: PlaybackSpeed?

  @Flag(help: "Begin standing still: n is the next callback, Space plays.")
  var step = false

  @Option(
    help: ArgumentHelp(
      "Begin at this time of the recording: 14:03, 14:03:22, '2026-11-20 14:03', +5m.",
      valueName: "time"))
  var at: String?

  @Flag(help: "Leave out what is silent for more than a minute, but for its ends.")
  var skipGaps = false

  @OptionGroup(title: "Sending instead of showing") var sending: TargetOptions
  @OptionGroup var board: BoardOptions
  @OptionGroup var screen: ScreenOptions
  @OptionGroup var configuration: ConfigurationOption

  func run() async throws {
    let recording = try Recording(paths: files)
    let index = try Failure.exiting {
      var progress = ProgressLine("reading the recording")
      defer { progress.end() }
      return try RecordingIndex(recording.files) { progress.show($0) }
    }
    guard let start = index.moments.first, let end = index.moments.last else {
      throw Failure.tell(nothing(in: recording, index), code: 66)
    }
    let settings = try screen.settings(board.accountZone).forReplay
    let begin = try beginning(in: start...end, settings.clock)
    if let target = try sending.target {
      return try await send(recording, index, from: begin, to: target)
    }
    let facts = try Failure.exiting { try recording.facts(country: board.dialingCountry) }
    let session = ReplaySession(
      recording: recording, index: index, zone: try board.accountZone, settings: settings,
      begin: begin)
    if ScreenSession.hasTerminal {
      let waker = try Waker()
      let player = try player(
        index, facts, speed: .times(1), isPlaying: !step, keepsMoves: false,
        onChange: { waker.wake() })
      try await session.show(player, waker)
    } else {
      let player = try player(index, facts, speed: .unlimited, isPlaying: true, keepsMoves: true)
      try await session.printLines(player)
    }
  }

  mutating func validate() throws {
    if step, sending.to != nil || !ScreenSession.hasTerminal {
      throw ValidationError("--step wants the screen: a terminal, and no --to")
    }
  }

  private func send(
    _ recording: Recording, _ index: RecordingIndex, from begin: Instant?, to target: CallbackTarget
  ) async throws {
    var playback = Playback(
      moments: index.moments, speed: speed ?? .times(1), skipsGaps: skipGaps)
    if let begin { playback.leap(to: begin) }
    let sending = ReplaySending(
      index: index, playback: playback, decoder: try board.decoder, target: target)
    try await ServiceGroup(ending: [sending], on: [.sigint, .sigterm]).run()
    for line in ReplaySummary.damages(index) { Failure.say(line) }
    let report = sending.report(of: recording.name)
    try report.requireAnswers()
    try report.print()
  }

  private func player(
    _ index: RecordingIndex, _ facts: [AccountFact], speed usual: PlaybackSpeed, isPlaying: Bool,
    keepsMoves: Bool, onChange: @escaping @Sendable () -> Void = {}
  ) throws -> RecordingPlayer {
    var empty = CallBoard(
      rules: board.rules, roster: try board.readRoster(), keepsMoves: keepsMoves)
    empty.join(facts)
    return RecordingPlayer(
      index,
      Playback(
        moments: index.moments, speed: speed ?? usual, isPlaying: isPlaying, skipsGaps: skipGaps,
        isStraight: keepsMoves),
      decoder: try board.decoder, board: empty, windowStart: try board.workday.figures(board.rules),
      onChange: onChange)
  }

  private func beginning(in span: ClosedRange<Instant>, _ clock: ClockFace) throws -> Instant? {
    guard let at else { return nil }
    do throws(PlaybackTimeError) {
      return try PlaybackTime(in: span, now: span.lowerBound, clock: clock).read(at)
    } catch {
      guard case .outside = error else { throw ValidationError("--at \(at): \(error)") }
      let (start, end) = (try dated(span.lowerBound), try dated(span.upperBound))
      throw ValidationError("--at \(at): the recording is from \(start) to \(end)")
    }
  }

  /// With its date, which a time of another day wants.
  private func dated(_ moment: Instant) throws -> String {
    let civil = CivilTime(moment, in: try board.accountZone.civil)
    return civil.date + " " + civil.time
  }

  private func nothing(in recording: Recording, _ index: RecordingIndex) -> String {
    let damage = index.damages.first.map { "; \($0)" } ?? ""
    return "\(recording.name) has no callback that could be played\(damage)"
  }
}

extension ValueRule<PlaybackSpeed> {
  /// How fast a recording is played.
  static var speed: Self {
    Self(words: "a speed is a number above 0 and up to 10000, or max") { text in
      if text.lowercased() == "max" { return .unlimited }
      return Double(text).flatMap { $0 > 0 && $0 <= 10_000 ? .times($0) : nil }
    }
  }
}
