/// How far a callback has come on its way to another URL.
package enum Forwarding: Hashable, Sendable {
  case waiting
  case sending
  /// It was answered `200`, so quickly.
  case delivered(Duration)
  /// It was not taken, for this reason, and will be sent again.
  case again(Instant, String)
  /// It was not taken, for this reason, and will not be sent again.
  case failed(String)
  /// There was no room for it.
  case dropped
  /// It is not sent on, for this reason: it goes round.
  case returned(String)
}

/// How the way to another URL stands.
package struct ForwardStatus: Hashable, Sendable {
  /// Where callbacks go to, without secrets.
  package var target: String
  /// How many are to be sent as soon as it can be, those on their way among them.
  package var waiting = 0
  /// How many were not taken, and will be sent again.
  package var retrying = 0
  package var delivered = 0
  /// How many were not taken, and will not be sent again.
  package var failed = 0
  /// How many there was no room for.
  package var dropped = 0
  package var lastDroppedAt: Instant?
  /// How many are not sent on, as they have been here before.
  package var returned = 0
  /// Why the last one was not taken; nil where it was.
  package var fault: String?

  package init(target: String) { self.target = target }
}

/// What came of the request to send a callback once more.
package enum ForwardAgain: Hashable, Sendable {
  case begun
  /// It is waiting, or on its way already.
  case underway
  /// There is no room for it at present.
  case full
  /// It was rejected when it came.
  case notAccepted
  /// It is so long ago that it is not kept.
  case forgotten
  /// Nothing is forwarded.
  case off
}
