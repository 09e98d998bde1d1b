import CallModel

/// What the screen calls a live call by, beside its state.
extension Call {
  /// The agent's own leg is answered, and the other side is not there yet.
  package var isCalling: Bool {
    isLive && legs.contains { $0.party == .agent && activity(of: $0) == .calling }
  }

  /// The caller talks with a bot: nobody of ours is called, and they are served.
  package var isWithBot: Bool { state == .waiting && bot?.status == .running }

  /// True where agents were called for somebody who was there already, rather than two sides one
  /// after the other.
  var hasAttempts: Bool { legs.contains { $0.offer != nil } }
}
