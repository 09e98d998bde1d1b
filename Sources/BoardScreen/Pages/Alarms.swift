import CallModel

/// What somebody may want to be called for.
package struct Alarms: Hashable, Sendable {
  /// How many times a call has begun to ring since the start.
  package var rings: UInt64 = 0
  /// The call that began to ring last, of those that ring.
  package var newest: CallRow?
  /// Beyond the red threshold.
  package var ringing = Overdue()
  package var waiting = Overdue()

  package init() {}
}
