import Monitoring
import ServiceLifecycle

/// Lets real time pass on a recording that is played.
struct ReplayFeed: Service {
  let player: RecordingPlayer

  /// More often nobody sees anything move.
  private static let beat = Duration.milliseconds(20)

  /// Plays until the process is asked to stop; at the end of the recording one may go back.
  func run() async throws {
    try await cancelWhenGracefulShutdown { try await play(stopsAtEnd: false) { true } }
  }

  /// Plays to the end, or until `look`, which is called after each turn, wants no more.
  func play(stopsAtEnd: Bool = true, _ look: () -> Bool) async throws {
    var last = ContinuousClock.now
    while !Task.isCancelled {
      let now = ContinuousClock.now
      let wantsMore = try player.turn(passed: now - last)
      last = now
      guard look(), !stopsAtEnd || player.playback.motion != .ended else { return }
      if wantsMore {
        await Task.yield()
      } else {
        try? await Task.sleep(for: Self.beat)
      }
    }
  }
}
