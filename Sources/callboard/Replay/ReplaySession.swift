import BoardScreen
import CallModel
import Foundation
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
    let replay = Replay(name: recording.name, index: index, player: player)
    let pages = BoardPages(replay, settings: settings, log: log)
    for line in ReplaySummary.damages(index) { log.logger.info("\(line)") }
    try await ScreenSession(
      pages: pages, settings: settings, zone: zone, log: log, waker: waker, remembers: true
    ).run(beside: [ReplayFeed(player: player)])
    for line in ReplaySummary.damages(index) { Failure.say(line) }
  }

  /// Prints a line per transition to the end of the recording, or until nobody reads any more.
  func printLines(_ player: RecordingPlayer) async throws {
    signal(SIGPIPE, SIG_IGN)
    let began = ContinuousClock.now
    if let begin { player.send(.jump(to: begin)) }
    let lines = TransitionLines(zone: zone, bell: AsyncStream { nil }) {
      player.monitor.takeMoves()
    }
    let feed = ReplayFeed(player: player)
    let isWanted = { (row: CallRow) in
      begin.map { (row.changedAt ?? row.call.clock) >= $0 } ?? true
    }
    try await feed.play {
      TransitionLines.print(lines.moves().filter(isWanted).map(lines.line))
    }
    ReplaySummary(
      player: player, index: index, time: ContinuousClock.now - began
    ).lines.forEach(Failure.say)
  }
}
