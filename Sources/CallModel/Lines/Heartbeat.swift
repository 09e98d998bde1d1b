/// What Exotel tells of the lines of an account (`families.md` § 3.10), decoded. It names no call.
///
/// All texts are free of control characters and bounded.
package struct Heartbeat: Hashable, Sendable {
  /// How one direction of a line stands.
  package struct Direction: Hashable, Sendable {
    /// It is named as affected, or its connectivity is neither `active` nor `OK`.
    package var isInTrouble = false
    /// What may be called, or called from, meanwhile.
    package var alternate: PhoneNumber?

    package init(isInTrouble: Bool = false, alternate: PhoneNumber? = nil) {
      self.isInTrouble = isInTrouble
      self.alternate = alternate
    }
  }

  /// A line that it names.
  package struct Line: Hashable, Sendable {
    /// By what it is named: the provider's id, which may be the number.
    package var id: String
    /// The number that is told of the id.
    package var told: PhoneNumber?
    /// The id, where it is a number.
    package var own: PhoneNumber?
    package var incoming = Direction()
    package var outgoing = Direction()

    package init(id: String, told: PhoneNumber? = nil, own: PhoneNumber? = nil) {
      self.id = id
      self.told = told
      self.own = own
    }

    var isInTrouble: Bool { incoming.isInTrouble || outgoing.isInTrouble }
  }

  /// More lines than an account has: further ones are left out.
  package static let maximumLines = 5_000

  /// `timestamp`.
  package var timestamp: Instant?
  /// `status_type`, of the account as a whole, in upper case: `OK`, `WARNING`, `CRITICAL`,
  /// `PAYLOAD_TOO_LARGE`, or another word.
  package var status: String
  /// Each id once, in the order in which they came.
  package var lines: [Line]
  /// Sums up all that came: equal for two deliveries of one heartbeat, in every process.
  package var fingerprint: UInt64

  package init(
    timestamp: Instant?, status: String, lines: [Line] = [], fingerprint: UInt64 = 0
  ) {
    self.timestamp = timestamp
    self.status = status
    self.lines = lines
    self.fingerprint = fingerprint
  }

  /// What `status` is where all is well.
  static let well = "OK"

  /// How many lines are in trouble.
  package var troubleCount: Int { lines.reduce(0) { $0 + ($1.isInTrouble ? 1 : 0) } }

  /// When it was sent, which orders heartbeats. A time to come is none: it would outlast all that
  /// follows.
  func moment(arrivedAt: Instant) -> Instant {
    guard let timestamp, timestamp <= arrivedAt + .seconds(5) else { return arrivedAt }
    return timestamp
  }

  /// From when on its silence counts: `timestamp` where that may be (`board.md` § 1), else its
  /// arrival.
  func believedMoment(arrivedAt: Instant) -> Instant {
    let moment = moment(arrivedAt: arrivedAt)
    return moment >= arrivedAt - .seconds(1_800) ? moment : arrivedAt
  }
}
