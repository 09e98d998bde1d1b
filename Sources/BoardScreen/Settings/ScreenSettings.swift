import CallModel

/// How the screen is drawn.
package struct ScreenSettings: Sendable {
  /// After how long ringing and waiting turn amber, then red.
  package struct Thresholds: Hashable, Sendable {
    package var amber = Duration.seconds(20)
    package var red = Duration.seconds(40)

    package init() {}

    /// `amber` is 70 % of `red` where it is not told.
    package init(amber: Duration? = nil, red: Duration) {
      self.amber = amber ?? red * 7 / 10
      self.red = red
    }

    /// The role of something that began at `since`; `calm` below the thresholds.
    func role(_ since: Instant?, now: Instant, calm: Style.Role) -> Style.Role {
      guard let since else { return calm }
      let age = now - since
      return age >= red ? .red : age >= amber ? .amber : calm
    }
  }

  /// When somebody is called to look: on red, or on every new ring too.
  package enum Notice: String, Hashable, Sendable, CaseIterable { case off, red, ring }

  package var clock: ClockFace
  package var signs: Signs
  package var ringing = Thresholds()
  package var waiting = Thresholds()
  /// Of calls that go out: nobody is kept waiting by them.
  package var outgoing = Thresholds(amber: .seconds(60), red: .seconds(120))
  /// Nil where long conversations are nobody's worry.
  package var talking: Thresholds?
  /// Per cent of the service level below which it is amber, then red; nil where it is not told.
  package var serviceLevelFloor: (amber: Double, red: Double)?
  package var keys = KeyBindings.standard
  /// True where a recording is played.
  package private(set) var isReplay = false
  /// The key of the agent who has the screen to themselves; nil for the whole board.
  package private(set) var ownAgent: String?
  /// True where callbacks are forwarded to another URL.
  package var isForwarding = false
  /// The lists that do not have all their columns in their own order.
  package var layouts: [ListKind: ListLayout] = [:]
  package var theme = Theme.default
  /// Ring the terminal's bell.
  package var bell = Notice.off
  /// Send a desktop notification through the terminal (OSC 9 and 777).
  package var notify = Notice.off
  /// T of the service level, for the header's words.
  package var serviceLevel = Duration.seconds(20)
  /// How long a row that has changed is marked.
  package var markTime = Duration.seconds(1)

  package init(clock: ClockFace, signs: Signs = Signs(ascii: false)) {
    self.clock = clock
    self.signs = signs
  }

  /// The same for a recording that is played.
  package var forReplay: ScreenSettings {
    var settings = self
    settings.isReplay = true
    settings.keys = keys.forReplay
    return settings
  }

  /// The same for one agent, by the key of their number, who has the screen to themselves.
  package func forOwnView(of agent: String) -> ScreenSettings {
    var settings = self
    settings.ownAgent = agent
    settings.keys = keys.forOwnView
    return settings
  }

  /// How a service level from 0 to 1 is shown: as text where it is good enough.
  func serviceLevelRole(_ level: Double) -> Style.Role {
    guard let floor = serviceLevelFloor else { return .text }
    return level * 100 < floor.red ? .red : level * 100 < floor.amber ? .amber : .text
  }

  func isMarked(_ changedAt: Instant?, now: Instant) -> Bool {
    changedAt.map { now - $0 < markTime } ?? false
  }
}
