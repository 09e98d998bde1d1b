/// After how long silence means something, and what the figures count as quick.
package struct CallRules: Hashable, Sendable {
  /// A call without a new dial for this long after its last attempt ended was missed.
  package var missedAfter = Duration.seconds(60)
  /// How long after its last attempt ended a caller of whom nothing is heard may have gone.
  package var uncertainAfter = Duration.seconds(15)
  /// After this long without a callback while dialing, ringing or waiting, the terminal was lost.
  package var staleAfter = Duration.seconds(600)
  /// The same while talking. Exotel's longest call is 4 h.
  package var talkLimit = Duration.seconds(15_000)
  /// T of the service level: answered within T of the first dial.
  package var serviceLevel = Duration.seconds(20)
  /// A caller who hangs up within this time after the first dial is counted apart.
  package var shortAbandon = Duration.seconds(5)
  /// After this long without a heartbeat the health of the lines is not known.
  package var heartbeatAfter = Duration.seconds(1_800)
  /// Ended calls leave the board after this time.
  package var keepEnded = Duration.seconds(86_400)
  /// Beyond this number of ended calls the oldest leave the board.
  package var keepEndedCount = 200_000

  package init() {}
}
