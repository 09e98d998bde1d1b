import CallModel

/// One request on the wire.
package struct WireRow: Hashable, Sendable {
  /// Its sequence number, which is also its id in lists.
  package var sequence: UInt64
  package var arrivedAt: Instant
  package var method: String
  /// The HTTP status that was answered.
  package var answered: Int
  /// From the whole request to the answer; nil where it is not known.
  package var latency: Duration?
  /// `Dial`, `Ringing`, …, as the board understood it; nil for a rejected request.
  package var event: String?
  package var sid: String?
  package var agent: PhoneNumber?
  /// Oddities of an accepted callback (`duplicate`, `late`, …), in a few words.
  package var notes: [String]
  /// Why it was rejected.
  package var reason: String?
  /// How far it has come on its way to another URL; nil where it does not go there.
  package var forwarding: Forwarding?

  package init(
    sequence: UInt64, arrivedAt: Instant, method: String, answered: Int, latency: Duration?,
    event: String? = nil, sid: String? = nil, agent: PhoneNumber? = nil, notes: [String] = [],
    reason: String? = nil
  ) {
    self.sequence = sequence
    self.arrivedAt = arrivedAt
    self.method = method
    self.answered = answered
    self.latency = latency
    self.event = event
    self.sid = sid
    self.agent = agent
    self.notes = notes
    self.reason = reason
  }
}
