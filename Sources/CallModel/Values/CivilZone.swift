/// The offsets from UTC that the clocks of a zone have had and will have.
///
/// A wall time that comes twice, as clocks are put back, and one that never comes, as they are put
/// forward, have one meaning each: see ``secondsEastOfUTC(atLocal:before:)``.
package struct CivilZone: Hashable, Sendable {
  /// A moment from which on another offset counts.
  package struct Change: Hashable, Sendable {
    package var moment: Instant
    package var secondsEastOfUTC: Int

    package init(_ moment: Instant, secondsEastOfUTC: Int) {
      self.moment = moment
      self.secondsEastOfUTC = secondsEastOfUTC
    }
  }

  /// Before all changes.
  private let first: Int
  private let changes: [Change]

  /// What comes after an arrival by less than this may be due to clocks that differ.
  private static let tolerance = Duration.seconds(300)
  /// More than any two zones differ by, and so more than an offset.
  private static let span = Duration.seconds(93_600)

  /// `changes`: in the order of time.
  package init(secondsEastOfUTC: Int, changes: [Change] = []) {
    first = secondsEastOfUTC
    self.changes = changes
  }

  package static let utc = CivilZone(secondsEastOfUTC: 0)
  /// `Asia/Kolkata`, which knows no summer time.
  package static let kolkata = CivilZone(secondsEastOfUTC: 19_800)

  /// Each offset that counts at some time, with a moment of the last time at which it does.
  package var latest: [Int: Instant] {
    let before = changes.first.map { $0.moment - .seconds(1) } ?? Instant(seconds: 0)
    return changes.reduce(into: [first: before]) { $0[$1.secondsEastOfUTC] = $1.moment }
  }

  package func secondsEastOfUTC(at moment: Instant) -> Int { offset(of: period(of: moment)) }

  /// The offset at a moment as it is written behind a time: `+05:30`.
  package func offset(at moment: Instant) -> String {
    let seconds = secondsEastOfUTC(at: moment)
    let minutes = abs(seconds) / 60
    return (seconds < 0 ? "-" : "+") + CivilTime.digits(minutes / 60) + ":"
      + CivilTime.digits(minutes % 60)
  }

  /// The offset that a wall time is in, given in seconds since 1970-01-01T00:00:00 of the same clock.
  ///
  /// A wall time that comes twice is the later one that is not after `arrival`, by which it is known to
  /// have been; without an arrival it is the first one. One that never comes is in the offset before
  /// the change: it lies as long after the change as it claims.
  package func secondsEastOfUTC(atLocal seconds: Int64, before arrival: Instant? = nil) -> Int {
    guard !changes.isEmpty else { return first }
    let utc = Instant(seconds: seconds)
    let periods = period(of: utc - Self.span)...period(of: utc + Self.span)
    let readings = periods.filter { start(of: $0) <= utc - .seconds(offset(of: $0)) }
    let possible = readings.filter { utc - .seconds(offset(of: $0)) < end(of: $0) }
    let latest = arrival.map { $0 + Self.tolerance }
    let known = possible.last { period in
      latest.map { utc - .seconds(offset(of: period)) <= $0 } ?? false
    }
    // Where no period has it, it would be in the last one that begins before it.
    return offset(of: known ?? possible.first ?? readings.last ?? periods.lowerBound)
  }

  /// The moment of a wall time, given as for ``secondsEastOfUTC(atLocal:before:)``.
  package func moment(atLocal seconds: Int64) -> Instant {
    Instant(seconds: seconds) - .seconds(secondsEastOfUTC(atLocal: seconds))
  }

  /// The first moment of the calendar day of `moment`: midnight, or later where clocks leave it out.
  package func startOfDay(_ moment: Instant) -> Instant { self.moment(atLocal: midnight(moment)) }

  /// The moment so long after midnight by the clocks, on the calendar day of `moment`.
  package func moment(_ time: Duration, onDayOf moment: Instant) -> Instant {
    self.moment(atLocal: midnight(moment) + time.wholeMilliseconds / 1000)
  }

  /// The midnight before a moment as a wall time, in seconds.
  private func midnight(_ moment: Instant) -> Int64 {
    let local = moment + .seconds(secondsEastOfUTC(at: moment))
    let (days, rest) = local.milliseconds.quotientAndRemainder(dividingBy: 86_400_000)
    return (rest < 0 ? days - 1 : days) * 86_400
  }

  // MARK: - Periods: 0 is before all changes

  private func period(of moment: Instant) -> Int {
    var (low, high) = (0, changes.count)
    while low < high {
      let middle = (low + high) / 2
      if changes[middle].moment <= moment { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func offset(of period: Int) -> Int {
    period == 0 ? first : changes[period - 1].secondsEastOfUTC
  }

  private func start(of period: Int) -> Instant {
    period == 0 ? Instant(milliseconds: .min) : changes[period - 1].moment
  }

  private func end(of period: Int) -> Instant {
    period == changes.count ? Instant(milliseconds: .max) : changes[period].moment
  }
}

extension CivilTime {
  /// The wall time of `moment` in a zone.
  package init(_ moment: Instant, in zone: CivilZone) {
    self.init(moment, secondsEastOfUTC: zone.secondsEastOfUTC(at: moment))
  }
}
