/// How a line stands, as the newest heartbeat has it.
package struct LineHealth: Hashable, Sendable {
  package enum Word: Hashable, Sendable {
    case ok
    /// Heartbeats came, and have ceased.
    case unknown
    /// The account's word for it while the line is in trouble, as `CRITICAL`.
    case trouble(String)

    package var text: String {
      switch self {
      case .ok: Heartbeat.well
      case .unknown: "unknown"
      case .trouble(let word): word
      }
    }
  }

  package var incoming: Word
  package var outgoing: Word
  /// The time of the first heartbeat that said so; while it is unknown, that of the last one.
  package var since: Instant?
  /// What may be called, or called from, while the line is in trouble.
  package var alternate: PhoneNumber?

  package init(
    incoming: Word, outgoing: Word, since: Instant? = nil, alternate: PhoneNumber? = nil
  ) {
    self.incoming = incoming
    self.outgoing = outgoing
    self.since = since
    self.alternate = alternate
  }

  package var isOK: Bool { incoming == .ok && outgoing == .ok }
}

/// An ExoPhone that was seen, or is in the roster.
package struct Line: Hashable, Sendable {
  /// The key of its number; where that is not known, the provider's id.
  package var key: String
  /// The roster's spelling, else that of the earliest call, else that of a heartbeat.
  package var number: PhoneNumber?
  package var label: String?
  /// The provider's id.
  package var sid: String?
  /// Nil before any heartbeat.
  package var health: LineHealth?
  /// Its callers, without the uncertain ones.
  package var live = LiveFigures.States()

  package init(key: String, number: PhoneNumber? = nil, label: String? = nil, sid: String? = nil) {
    self.key = key
    self.number = number
    self.label = label
    self.sid = sid
  }
}

/// The lines that are not well, for those who watch the board.
package struct LineTroubles: Hashable, Sendable {
  /// The most lines that are told one by one; of the others only ``count`` tells.
  package static let toldLines = 8

  /// Those in trouble for longest first, ``toldLines`` at most.
  package var lines: [Line] = []
  /// Of all lines.
  package var count = 0
  /// Those whose calls do not come in.
  package var incoming = 0
  /// Those from which no calls go out.
  package var outgoing = 0
  /// The account's word where it is not `OK`, and since when.
  package var account: Account?
  /// The time of the last heartbeat where none came for too long: nothing is known.
  package var silentSince: Instant?
  /// True where a heartbeat came once.
  package var isTold = false

  package struct Account: Hashable, Sendable {
    package var word: String
    package var since: Instant
  }

  package init() {}

  /// True where there is something to be said.
  package var isAny: Bool { silentSince != nil || count > 0 || account != nil }
}
