import CallJournal
import CallModel
import CallbackWire

/// A request with the circumstances of its arrival.
package struct CallbackRequest: Sendable {
  package var raw: RawCallback
  /// The sender's address, as `203.0.113.7:4711`.
  package var peer: String
  package var arrivedAt: Instant
  /// When the whole request was there; latencies count from here. Nil where nobody waits for an
  /// answer.
  package var began: ContinuousClock.Instant?
  /// Through which listeners it was forwarded; not kept.
  package var path: ForwardPath
  /// True where only the first bytes of its body are left.
  var isCut = false

  package init(
    raw: RawCallback, peer: String, arrivedAt: Instant,
    began: ContinuousClock.Instant? = ContinuousClock.now, path: ForwardPath = ForwardPath()
  ) {
    self.raw = raw
    self.peer = peer
    self.arrivedAt = arrivedAt
    self.began = began
    self.path = path
  }

  /// From the whole request to now.
  var latency: Duration? { began.map { ContinuousClock.now - $0 } }

  /// What is kept of it; the sequence is given when it is written.
  func entry(_ rejection: JournalEntry.Rejection? = nil) -> JournalEntry {
    JournalEntry(sequence: 0, arrivedAt: arrivedAt, peer: peer, raw: raw, rejection: rejection)
  }
}
