/// What was odd about the callbacks of a call (`board.md` § 6).
package enum Anomaly: String, Hashable, Sendable, CaseIterable {
  /// The same delivery came more than once.
  case duplicate
  /// An outcome was concluded, not told.
  case inferredOutcome = "inferred-outcome"
  /// A callback arrived after one with a later event time.
  case outOfOrder = "out-of-order"
  /// A callback arrived over 60 s after its (believable) event time.
  case late
  /// Answered without a ringing event.
  case noRinging = "no-ringing"
  /// No callback for so long that the call was given up.
  case lostTerminal = "lost-terminal"
  /// A word for a status or an event that Exotel does not document.
  case unknownStatus = "unknown-status"
  /// The callbacks contradict each other, as `free` for an agent never dialed.
  case contradiction
  /// How the call, or one of its legs, ended is not known.
  case unknownOutcome = "unknown-outcome"
  /// A phase would have taken longer than 24 hours: its length is not known.
  case implausibleTime = "implausible-time"
}

/// The anomalies of a call, in two bytes, listed in the order of ``Anomaly``'s cases.
package struct AnomalySet: Hashable, Sendable {
  private var bits: UInt16 = 0

  package init() {}

  package mutating func insert(_ anomaly: Anomaly) { bits |= Self.bit(anomaly) }

  package func contains(_ anomaly: Anomaly) -> Bool { bits & Self.bit(anomaly) != 0 }

  mutating func formUnion(_ other: AnomalySet) { bits |= other.bits }

  /// Those that a callback has brought: all that were not `known` before, those of its arrival, and a
  /// word of its own that is not known, whichever callback had one before.
  func news(of callback: Callback, _ arrival: AnomalySet, since known: AnomalySet) -> AnomalySet {
    var news = self
    news.bits &= ~known.bits
    news.formUnion(arrival)
    if callback.isOdd, contains(.unknownStatus) { news.insert(.unknownStatus) }
    return news
  }

  package var isEmpty: Bool { bits == 0 }

  package var all: [Anomaly] { Anomaly.allCases.filter(contains) }

  private static func bit(_ anomaly: Anomaly) -> UInt16 {
    switch anomaly {
    case .duplicate: 1
    case .outOfOrder: 2
    case .late: 4
    case .noRinging: 8
    case .lostTerminal: 16
    case .unknownStatus: 32
    case .contradiction: 64
    case .unknownOutcome: 128
    case .inferredOutcome: 256
    case .implausibleTime: 512
    }
  }
}
