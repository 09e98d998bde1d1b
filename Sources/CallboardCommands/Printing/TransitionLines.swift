import CallModel
import ServiceLifecycle

/// Where there is no terminal for a screen: one line per transition of a call.
struct TransitionLines: Service {
  let text: TransitionText
  /// Yields when the board has changed.
  let changes: AsyncStream<Void>
  let output: LineOutput
  /// The transitions since it was called last.
  let moves: @Sendable () -> [CallRow]

  /// Prints until the process is asked to stop, or nobody reads any more, or, where there is no other work,
  /// the lines cannot be written.
  func run() async throws {
    for await _ in changes.cancelOnGracefulShutdown() {
      guard await output.print(moves().map(text.line)) else { break }
    }
    await output.waitForOtherWorkIfFailed()
  }
}
