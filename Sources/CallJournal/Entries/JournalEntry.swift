import CallModel
import CallbackWire

/// One line of a journal: a request as it arrived, with the circumstances of its arrival.
///
/// The same line is the journal, a recording, and what streams to other machines.
package struct JournalEntry: Hashable, Sendable {
  /// Why a request was refused; it changed nothing then.
  package struct Rejection: Hashable, Sendable {
    /// The HTTP status that was answered.
    package var status: Int
    package var reason: String
    /// True where all but its content was right: a better decoder may understand it.
    package var isOfContent: Bool

    package init(status: Int, reason: String, isOfContent: Bool = false) {
      self.status = status
      self.reason = reason
      self.isOfContent = isOfContent
    }
  }

  /// Counts the requests of a journal, from 1, without gaps.
  package var sequence: UInt64
  package var arrivedAt: Instant
  /// The sender's address, as `203.0.113.7:4711`.
  package var peer: String
  package var raw: RawCallback
  /// Nil for an accepted callback.
  package var rejection: Rejection?

  package init(
    sequence: UInt64, arrivedAt: Instant, peer: String, raw: RawCallback,
    rejection: Rejection? = nil
  ) {
    self.sequence = sequence
    self.arrivedAt = arrivedAt
    self.peer = peer
    self.raw = raw
    self.rejection = rejection
  }

  package func numbered(_ sequence: UInt64) -> JournalEntry {
    var entry = self
    entry.sequence = sequence
    return entry
  }
}

/// Why a line of a journal is not an entry.
package enum JournalLineError: Error, Hashable, Sendable, CustomStringConvertible {
  /// It is not what was written: cut short, or changed.
  case damaged(String)
  /// A later version of the program wrote it, in this version of the format.
  case newer(format: Int)
  /// It is a fact of the account, see ``AccountFact``: no request, and no damage.
  case fact

  package var description: String {
    switch self {
    case .damaged(let what): what
    case .fact: "it is a fact of the account, no request"
    case .newer(let format):
      "format \(format) is newer than this program, which knows \(JournalEntry.format); update it"
    }
  }
}
