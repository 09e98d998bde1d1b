/// Where a callback stands among those of its call (`board.md` § 1): by the moment, within it by the
/// progress of the event.
struct DeliveryPlace: Comparable, Sendable {
  var moment: Instant
  /// Even for what tells its time, odd for what does not: no two of them are equal.
  var rank: Int

  /// Exotel's clock may be that much behind ours.
  static let skew = Duration.seconds(5)

  init(moment: Instant, rank: Int) {
    self.moment = moment
    self.rank = rank
  }

  /// Of an event that tells its time.
  init(_ event: Callback.Event, at time: Instant) {
    self.init(moment: time, rank: 2 * event.progress)
  }

  /// Of an event that tells no time: behind its like, but an end before those that are dated.
  init(untimed event: Callback.Event, at moment: Instant) {
    let progress = event.progress
    switch event {
    case .terminal, .over, .disposition: self.init(moment: moment, rank: 2 * progress - 1)
    // It changes nothing, so that it holds nothing back that comes after it.
    case .note, .other: self.init(moment: moment, rank: 1)
    case .flow, .stream, .dial, .begin, .ringing, .answered:
      self.init(moment: moment, rank: 2 * progress + 1)
    }
  }

  static func < (left: DeliveryPlace, right: DeliveryPlace) -> Bool {
    (left.moment, left.rank) < (right.moment, right.rank)
  }
}

extension Callback.Event {
  /// Position within one second.
  var progress: Int {
    switch self {
    case .flow, .stream: 0
    case .dial, .begin: 1
    case .ringing: 2
    case .answered: 3
    case .terminal, .over: 4
    case .disposition("incomplete"): 5
    case .disposition("client-hangup"): 6
    case .disposition("voicemail"): 7
    case .disposition: 8
    case .note: 9
    case .other: 10
    }
  }

  /// True for what ends an attempt, or the call.
  var isEnd: Bool {
    switch self {
    case .terminal, .over, .disposition: true
    case .dial, .begin, .ringing, .answered, .flow, .stream, .note, .other: false
    }
  }
}

extension Instant {
  /// Seconds since 1970, rounded down.
  var wholeSeconds: Int64 {
    let (quotient, remainder) = milliseconds.quotientAndRemainder(dividingBy: 1000)
    return remainder < 0 ? quotient - 1 : quotient
  }

  /// The second in which it lies.
  var roundedDown: Instant { Instant(milliseconds: wholeSeconds * 1000) }
}
