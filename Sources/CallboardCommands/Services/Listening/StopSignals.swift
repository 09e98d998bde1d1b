import UnixSignals

/// The signals that ask a listener to stop. They are watched before its port opens, so that none ends the
/// process amid requests; until then they end it at once.
struct StopSignals: Sendable {
  private let signals: UnixSignalsSequence

  init() async { signals = await UnixSignalsSequence(trapping: .sigint, .sigterm) }

  /// Returns with the first of them, also of those that came before, or when the task is cancelled.
  func wait() async {
    for await _ in signals { return }
  }
}
