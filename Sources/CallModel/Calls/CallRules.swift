/// After how long silence means something, and what the figures count as quick.
package struct CallRules: Hashable, Sendable {
  /// No new dial for so long after the last attempt ended: the call was missed.
  package var missedAfter = Duration.seconds(60)
  /// How long after its last attempt ended a caller of whom nothing is heard may have gone.
  package var uncertainAfter = Duration.seconds(15)
  /// No callback for so long while dialing, ringing or waiting: the terminal was lost.
  package var staleAfter = Duration.seconds(600)
  /// No callback for so long while talking: the terminal was lost. Exotel's longest call is 4 h.
  package var talkLimit = Duration.seconds(15_000)
  /// T of the service level: answered within T of the first dial.
  package var serviceLevel = Duration.seconds(20)
  /// A caller who hangs up so soon after the first dial is counted apart.
  package var shortAbandon = Duration.seconds(5)
  /// No heartbeat for so long: the health of the lines is not known.
  package var heartbeatAfter = Duration.seconds(1_800)
  /// Ended calls leave the board so long after their end, and beyond so many the oldest ones do.
  package var keepEnded = Duration.seconds(86_400)
  package var keepEndedCount = 200_000

  package init() {}
}
