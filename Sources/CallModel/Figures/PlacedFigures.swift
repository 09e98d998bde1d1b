/// Figures over the calls that went out within a window of time (`board.md` § 5): they add up to
/// ``placed``.
package struct PlacedFigures: Hashable, Sendable {
  /// Both sides talked; of a call into a flow or to a bot: the customer's leg was answered.
  package var connected = 0
  package var notPickedUp = 0
  package var busy = 0
  package var failed = 0
  package var abandoned = 0
  /// The agent did not take their own leg.
  package var agentMissed = 0
  package var unknown = 0
  package var pending = 0
  package var talk = Duration.zero

  package init() {}

  package var placed: Int {
    connected + notPickedUp + busy + failed + abandoned + agentMissed + unknown + pending
  }

  /// Connected ÷ (placed − pending − agentMissed); nil where there is none.
  package var connectRate: Double? {
    let reached = placed - pending - agentMissed
    return reached == 0 ? nil : Double(connected) / Double(reached)
  }
}

extension PlacedFigures: Addable {
  static func += (left: inout PlacedFigures, right: PlacedFigures) { left.add(right, 1) }
  static func -= (left: inout PlacedFigures, right: PlacedFigures) { left.add(right, -1) }

  private mutating func add(_ other: PlacedFigures, _ sign: Int) {
    connected += sign * other.connected
    notPickedUp += sign * other.notPickedUp
    busy += sign * other.busy
    failed += sign * other.failed
    abandoned += sign * other.abandoned
    agentMissed += sign * other.agentMissed
    unknown += sign * other.unknown
    pending += sign * other.pending
    talk = sign > 0 ? talk + other.talk : talk - other.talk
  }
}
