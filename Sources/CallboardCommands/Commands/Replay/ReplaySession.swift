import BoardScreen
import CallJournal
import CallModel
import Foundation
import LiveBoard
import Monitoring
import NcursesTerminal

/// A recording that is played for somebody: on the screen where there is a terminal, else as lines.
struct ReplaySession {
  let recording: Recording
  let index: RecordingIndex
  let zone: AccountZone
  let settings: ScreenSettings
  /// Where it begins; nil at the start.
  let begin: Instant?

  func show(_ player: RecordingPlayer, _ waker: Waker) async throws {
    if let begin { player.send(.jump(to: begin)) }
    let log = LogFile(path: StateFolder.logPath)
    let replay = Replay(name: recording.name, damaged: index.damagedCount, player: player)
    let pages = BoardPages(replay, settings: settings, lastWarning: log.lastWarning(at:))
    for line in ReplaySummary.damages(index) { log.logger.info("\(line)") }
    try await ScreenSession(
      pages: pages, settings: settings, zone: zone, log: log, waker: waker, remembers: true
    ).run(beside: [ReplayFeed(player: player)])
    for line in ReplaySummary.damages(index) { Failure.say(line) }
  }

  /// Prints a line per transition to the end of the recording.
  func printLines(_ player: RecordingPlayer) async throws {
    let began = ContinuousClock.now
    if let begin { player.send(.jump(to: begin)) }
    let text = TransitionText(zone: zone)
    var output = StandardOutput()
    try await ReplayFeed(player: player).play {
      for row in player.monitor.takeMoves() {
        let isEarly = begin.map { (row.changedAt ?? row.call.clock) < $0 } ?? false
        if !isEarly { output.line(text.line(row)) }
      }
      output.flush()
      return true
    }
    ReplaySummary(
      player: player, index: index, time: ContinuousClock.now - began
    ).lines.forEach(Failure.say)
  }
}
