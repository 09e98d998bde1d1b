import CallModel

/// What really became of a simulated call, as the one knows who made it up: a board that was told of it
/// must say the same.
package struct CallTruth: Hashable, Sendable {
  /// An attempt to reach an agent, or a leg of an outbound call.
  package struct Leg: Hashable, Sendable {
    /// Nil where Exotel does not tell whom it dialed.
    package var number: String?
    package var outcome: CallModel.Leg.Outcome
  }

  /// How the last stream ended, and how long all of them took.
  package struct Bot: Hashable, Sendable {
    package var status: Call.Bot.Status
    package var talk: Duration
  }

  package var sid: String
  package var outcome: Call.Outcome
  /// Nil where nobody talked, or Exotel does not tell.
  package var talk: Duration?
  /// Inbound: the attempts to reach agents, in the order of dialing. Outbound: the agent, the customer.
  package var legs: [Leg]
  /// Nil where no bot talked with the caller.
  package var bot: Bot?
  /// How many of its callbacks got lost for good: where there are any, a board can't know the truth.
  package var lost = 0
  /// When its last callback is due, from the start of the simulation.
  package var over = Duration.zero
}
