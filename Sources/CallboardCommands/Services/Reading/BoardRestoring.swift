import CallJournal
import CallModel
import Foundation
import Logging
import Monitoring

/// Brings the board back as it was: the journal's last callbacks, through the decoder and the fold.
struct BoardRestoring {
  let folder: JournalFolder
  let workday: Workday
  let rules: CallRules
  let logger: Logger

  /// Damaged places that are told one by one.
  private static let toldDamages = 10

  /// Gives the moment from which on it has read the journal.
  func restore(_ monitor: CallMonitor) throws(JournalError) -> Instant {
    let begin = ContinuousClock.now
    let since = start(at: .now())
    let reader = JournalReader(days: try folder.days(since: since, dayName: workday.zone.day))
    var progress = ProgressLine("restoring the board")
    var (restored, damages, damaged) = (0, 0, 0)
    try reader.forEach(progress: { progress.show($0) }) { item throws(JournalError) in
      switch item {
      case .entry(let entry) where entry.arrivedAt >= since:
        monitor.restore(entry)
        restored += 1
      case .entry: break
      case .damaged(let damage):
        damages += 1
        damaged += damage.lines.count
        if damages <= Self.toldDamages { logger.warning("lost: \(damage)") }
      }
      return true
    }
    progress.end()
    _ = monitor.takeMoves()
    if damages > Self.toldDamages { logger.warning("lost: \(damaged) lines in all") }
    let seconds = (ContinuousClock.now - begin).inSeconds
    if restored > 0 {
      logger.info("restored \(restored) callbacks from \(folder.path) in \(seconds) s")
    }
    return since
  }

  /// Until then Exotel sends again what was not answered.
  private static let retries = Duration.seconds(1_200)

  /// Early enough that each call of the window, and of today, is there from its first callback on, and so is
  /// each that had left the board when something of it came once more.
  private func start(at now: Instant) -> Instant {
    min(now - rules.keepEnded, workday.beginning(before: now)) - rules.talkLimit - Self.retries
  }
}
