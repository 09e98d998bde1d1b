import CallModel

/// How the screen is drawn.
package struct ScreenSettings: Sendable {
  /// After how long ringing and waiting turn amber, then red.
  package struct Thresholds: Hashable, Sendable {
    package var amber = Duration.seconds(20)
    package var red = Duration.seconds(40)

    package init() {}

    /// The role of something that began at `since`; `calm` below the thresholds.
    func role(_ since: Instant?, now: Instant, calm: Style.Role) -> Style.Role {
      guard let since else { return calm }
      let age = now - since
      return age >= red ? .red : age >= amber ? .amber : calm
    }
  }

  package var clock: ClockFace
  package var signs: Signs
  package var ringing = Thresholds()
  package var waiting = Thresholds()
  /// T of the service level, for the header's words.
  package var serviceLevel = Duration.seconds(20)
  /// How long a row that has changed is marked.
  package var markTime = Duration.seconds(1)

  package init(clock: ClockFace, signs: Signs = Signs(ascii: false)) {
    self.clock = clock
    self.signs = signs
  }

  func isMarked(_ changedAt: Instant?, now: Instant) -> Bool {
    changedAt.map { now - $0 < markTime } ?? false
  }
}
