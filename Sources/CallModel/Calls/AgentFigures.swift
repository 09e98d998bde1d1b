/// An agent's figures over a window of time (`board.md` § 5).
package struct AgentFigures: Hashable, Sendable {
  /// Offers: runs of attempts in one call in which no device of theirs is dialed twice.
  package var offered = 0
  package var answered = 0
  package var missed = 0
  package var talk = Duration.zero
  /// Sum over the `rings` attempts whose ring time is known.
  package var ring = Duration.zero
  package var rings = 0
  /// Calls in which their own leg was first.
  package var placed = 0
  package var connected = 0
  /// Of those the ones whose own leg was not taken.
  package var ownMissed = 0
  package var placedTalk = Duration.zero

  package init() {}

  package var meanRing: Duration? { rings == 0 ? nil : ring / rings }
}

extension AgentFigures: Addable {
  static func += (left: inout AgentFigures, right: AgentFigures) { left.add(right, 1) }
  static func -= (left: inout AgentFigures, right: AgentFigures) { left.add(right, -1) }

  private mutating func add(_ other: AgentFigures, _ sign: Int) {
    offered += sign * other.offered
    answered += sign * other.answered
    missed += sign * other.missed
    talk = sign > 0 ? talk + other.talk : talk - other.talk
    ring = sign > 0 ? ring + other.ring : ring - other.ring
    rings += sign * other.rings
    placed += sign * other.placed
    connected += sign * other.connected
    ownMissed += sign * other.ownMissed
    placedTalk = sign > 0 ? placedTalk + other.placedTalk : placedTalk - other.placedTalk
  }
}
