import CallJournal
import Foundation
import Monitoring

/// Tells on stderr how far something is that takes long.
struct ProgressLine {
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let doing: String
  private var next: ContinuousClock.Instant
  private var isShown = false

  /// `doing` as "restoring the board".
  init(_ doing: String = "") {
    self.doing = doing
    next = .now + .milliseconds(500)
  }

  /// How far the reading of a journal is.
  mutating func show(_ progress: JournalReader.Progress) {
    show { [doing] in
      "\(doing): \(progress.day.name), \(progress.entries) callbacks, \(progress.percent) %"
    }
  }

  /// On a terminal one line that changes, elsewhere a line every 5 s.
  mutating func show(_ text: () -> String) {
    guard ContinuousClock.now >= next else { return }
    next = .now + (isTerminal ? .milliseconds(100) : .seconds(5))
    write(isTerminal ? "\r\u{1B}[K" + text() : text() + "\n")
    isShown = true
  }

  /// Takes the line away.
  func end() {
    if isShown, isTerminal { write("\r\u{1B}[K") }
  }

  private func write(_ text: String) { StandardError.write(text) }
}

extension JournalReader.Progress {
  fileprivate var percent: Int { totalBytes == 0 ? 100 : 100 * bytes / totalBytes }
}
