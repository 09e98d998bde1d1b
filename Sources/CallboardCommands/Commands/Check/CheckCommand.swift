import ArgumentParser
import CallJournal
import CallModel
import CallbackWire
import Foundation
import Monitoring

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Explain a callback or a recording, and what is odd about it.",
    discussion: """
      Takes a recording, a day of the journal or its folder, or one callback: a request with its \
      head, a body (JSON, form, multipart), a URL, a query, a curl command, or a line of a web \
      server's log. Each field is told with what it \
      means and what is odd about it, then what the board makes of the callback; of a recording \
      each call with what is odd about its callbacks.

      Exits with 1 when something is wrong: a callback is refused, a value cannot be read, a word \
      of a status or event is none that Exotel documents, a line is damaged, or the callbacks of a \
      call in a recording contradict each other or stop for good before its end. What is merely \
      odd changes nothing. Exits with 65 for what is no callback at all, with 66 where there is \
      nothing to read, or no such call.
      """)

  @Argument(
    help: ArgumentHelp(
      "What to check: a file, - for standard input, or the callback itself.", valueName: "file"))
  var file: String

  @Option(
    help: ArgumentHelp(
      "Of a recording only the call whose sid begins so, each of its callbacks in full.",
      valueName: "sid"))
  var call: String?

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var board: BoardOptions
  @OptionGroup var configuration: ConfigurationOption

  func run() throws {
    let isWrong: Bool
    switch try CheckInput(file) {
    case .callback(let raw, let readAs):
      guard call == nil else { throw ValidationError("--call goes with a recording") }
      isWrong = try check(raw, readAs)
    case .recording(let path):
      defer { if file == "-" { unlink(path) } }
      let recording = try Recording(paths: [path])
      let facts = try Failure.exiting { try recording.facts(country: board.dialingCountry) }
      var known = try emptyBoard
      known.join(facts)
      isWrong =
        try call.map { try checkCall($0, recording, on: known) }
        ?? RecordingCheckPrinter(
          RecordingCheck(decoder: try board.decoder, board: known), json: json
        ).run(recording)
    }
    if isWrong { throw ExitCode(1) }
  }

  /// The number of different callbacks that a call takes.
  private static let callbacks = 1_000

  private var emptyBoard: CallBoard {
    get throws { CallBoard(rules: board.rules, roster: try board.readRoster()) }
  }

  private func check(_ raw: RawCallback, _ readAs: String) throws -> Bool {
    let review = try board.decoder.review(raw)
    var alone = try emptyBoard
    let row = review.callback.flatMap { callback in
      // Its own time, so that it is not late.
      _ = alone.apply(callback, arrivedAt: callback.eventTime ?? .now())
      return alone.call(callback.sid)
    }
    var output = StandardOutput()
    if json {
      output.write(CheckJSON.callback(review, readAs: readAs, row))
      output.line("")
    } else {
      for line in ["read as \(readAs)"] + CheckText.lines(review) { output.line(line) }
      if let row {
        output.line("")
        for line in CheckText.lines(row, isAlone: true) { output.line(line) }
      }
    }
    output.flush()
    let hasUnknownWord = row?.call.anomalies.contains(.unknownStatus) ?? false
    return hasUnknownWord || review.all.contains { $0.remark.severity == .wrong }
  }

  private func checkCall(
    _ sid: String, _ recording: Recording, on known: CallBoard
  ) throws -> Bool {
    let decoder = try board.decoder
    var alone = known
    var reviews: [CheckedCallback] = []
    var sids: Set<String> = []
    var row: CallRow?
    try recording.forEach { item in
      guard case .entry(let entry) = item, let named = entry.sid else { return true }
      guard named.hasPrefix(sid) else {
        alone.takeOtherLeg(of: entry, decoder)
        row = sids.first.flatMap { alone.call($0) } ?? row
        return true
      }
      let review = decoder.review(entry.raw)
      guard let callback = review.callback else { return true }
      sids.insert(named)
      let verdict = alone.apply(callback, arrivedAt: entry.arrivedAt)
      reviews.append((entry, review, verdict))
      alone.advance(to: entry.arrivedAt)
      row = alone.call(named)
      return reviews.count < Self.callbacks && sids.count == 1
    }
    guard sids.count <= 1 else {
      let some = sids.sorted().joined(separator: ", ")
      throw Failure.tell("several calls begin with \(sid): \(some), …", code: 66)
    }
    guard let row else {
      throw Failure.tell("\(recording.name) has no call \(sid)", code: 66)
    }
    try printCall(row, reviews)
    return row.call.anomalies.all.contains(where: \.isFault)
      || reviews.contains { $0.review.all.contains { $0.remark.severity == .wrong } }
  }

  typealias CheckedCallback = (
    entry: JournalEntry, review: CallbackReview, verdict: CallBoard.Verdict
  )

  private func printCall(_ row: CallRow, _ callbacks: [CheckedCallback]) throws {
    var output = StandardOutput()
    if json {
      output.write(CheckJSON.call(row, callbacks))
      output.line("")
    } else {
      let zone = try board.accountZone
      for (entry, review, verdict) in callbacks {
        let at = CivilTime(entry.arrivedAt, in: zone.civil)
        let news = CheckText.news(verdict)
        output.line("\(at.date) \(at.time)  seq \(entry.sequence)" + news)
        for line in CheckText.lines(review) + [""] { output.line(line) }
      }
      for line in CheckText.lines(row) { output.line(line) }
    }
    output.flush()
  }
}

extension CallBoard {
  /// Takes what a leg of ExoML tells: another one may share its bridge.
  fileprivate mutating func takeOtherLeg(of entry: JournalEntry, _ decoder: CallbackDecoder) {
    guard let callback = try? decoder.decode(entry.raw), callback.family == .leg else { return }
    _ = apply(callback, arrivedAt: entry.arrivedAt)
    _ = takeDeparted()
  }
}
