import CallModel
import CallbackWire
import Foundation
import JournalTesting
import Testing

@testable import CallJournal
@testable import Monitoring

/// The same recording is the same board, whichever way one came there.
@Suite struct RecordingPlayerTests {
  /// Everything that can be seen of a board.
  private struct Sight: Equatable {
    var now: Instant
    var calls: [CallRow]
    var agents: [Agent]
    var figures: BoardFigures
    var minutes: [MinuteFigures]
    var received: Int
    var rejected: Int
    var wire: [Instant]
    var raw: [Int]
  }

  private func sight(_ monitor: CallMonitor) -> Sight {
    monitor.read { board, wire, now in
      let calls = board.allCalls()
      return Sight(
        now: now, calls: calls, agents: board.agents(since: TestJournal.start),
        figures: board.figures(since: TestJournal.start), minutes: board.minutes(60, until: now),
        received: wire.received, rejected: wire.rejected,
        wire: wire.page(ListCursor(), height: 50).rows.map(\.request.arrivedAt),
        raw: calls.map { wire.callbacks(of: $0.call.sid).count })
    }
  }

  private func player(_ index: RecordingIndex, _ speed: PlaybackSpeed = .times(60))
    -> RecordingPlayer
  {
    var playback = Playback(moments: index.moments, speed: speed)
    playback.snapshots.spacing = 32
    playback.snapshots.limit = 5
    return RecordingPlayer(
      index, playback, decoder: CallbackDecoder(), board: CallBoard(),
      windowStart: { _ in TestJournal.start })
  }

  /// The board as it is when this number of entries came, and no more until `now`.
  private func fresh(_ entries: [JournalEntry], _ position: Int, _ now: Instant) -> Sight {
    let monitor = CallMonitor(
      decoder: CallbackDecoder(), board: CallBoard(), clock: { now },
      windowStart: { _ in TestJournal.start })
    for entry in entries.prefix(position) { monitor.restore(entry) }
    return sight(monitor)
  }

  private func command(_ random: inout SeededNumbers, _ span: ClosedRange<Instant>)
    -> Playback.Input
  {
    let length = (span.upperBound - span.lowerBound).wholeMilliseconds
    switch Int.random(in: 0..<9, using: &random) {
    case 0: return .toggle
    case 1: return .step
    case 2: return .stepBack
    case 3: return .faster
    case 4: return .slower
    case 5: return .skip(.seconds(60))
    case 6: return .skip(.seconds(-60))
    default:
      let after = Int64.random(in: -1_000...(length + 1_000), using: &random)
      return .jump(to: span.lowerBound + .milliseconds(after))
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `a walk through a recording shows the board as it was, at every stop`(
    _ seed: UInt64
  ) throws {
    let journal = TestJournal()
    let entries = RecordedFloor.entries(600, seed: seed)
    try journal.put(entries.flatMap(\.line))
    let index = try RecordingIndex(journal.folder.days())
    #expect(index.moments.count == entries.count)
    let player = player(index)
    var random = SeededNumbers(seed: seed + 100)
    for _ in 0..<60 {
      player.send(command(&random, player.playback.start...player.playback.end))
      _ = try player.turn(passed: .milliseconds(Int64.random(in: 0..<200, using: &random)))
      _ = sight(player.monitor)
      while player.playback.motion == .seeking { _ = try player.turn(passed: .zero) }
      let playback = player.playback
      #expect(
        sight(player.monitor) == fresh(entries, playback.position, playback.now),
        "after \(playback.position) entries, at \(playback.now)")
    }
  }

  @Test func `a compressed recording can be gone back in as well`() throws {
    let journal = TestJournal()
    let entries = RecordedFloor.entries(3_000, seed: 7)
    try journal.put(entries.flatMap(\.line))
    let day = try #require(try journal.folder.days().first)
    _ = try JournalCompaction(journal.folder).compact(day)
    let player = player(try RecordingIndex(journal.folder.days()), .unlimited)
    while player.playback.motion != .ended { _ = try player.turn(passed: .zero) }
    #expect(sight(player.monitor) == fresh(entries, 3_000, player.playback.end))
    for _ in 0..<3 {
      player.send(.stepBack)
      _ = try player.turn(passed: .zero)
    }
    #expect(sight(player.monitor) == fresh(entries, 2_997, player.playback.now))
  }

  @Test func `damaged lines are counted, named and left out`() throws {
    let journal = TestJournal()
    let entries = RecordedFloor.entries(40, seed: 3)
    var lines = entries.map(\.line)
    lines[4][30] ^= 1
    lines[39].removeLast(9)
    try journal.put(lines.joined())
    let index = try RecordingIndex(journal.folder.days())
    #expect(index.damagedCount == 2)
    #expect(index.damages.map(\.lines) == [5...5, 40...40])
    let player = player(index, .unlimited)
    while player.playback.motion != .ended { _ = try player.turn(passed: .zero) }
    let whole = Array(entries[0..<4] + entries[5..<39])
    #expect(sight(player.monitor) == fresh(whole, 38, player.playback.end))
  }

  @Test func `a line of a newer format is told as such`() throws {
    let journal = TestJournal()
    var line: [UInt8] = []
    JournalEntry.appendLine(
      version: 2, sequence: 1, members: Array("\"when\":1".utf8), to: &line)
    try journal.put(line)
    #expect(throws: JournalError.self) { try RecordingIndex(journal.folder.days()) }
  }

  @Test func `whoever looks at the board after a jump back sees that all has changed`() throws {
    let journal = TestJournal()
    try journal.put(RecordedFloor.entries(200, seed: 5).flatMap(\.line))
    let player = player(try RecordingIndex(journal.folder.days()), .unlimited)
    while player.playback.motion != .ended { _ = try player.turn(passed: .zero) }
    func revision() -> UInt64 { player.monitor.read { board, _, _ in board.revision } }
    let before = revision()
    player.send(.jump(to: player.playback.start))
    _ = try player.turn(passed: .zero)
    #expect(revision() > before)
  }
}
