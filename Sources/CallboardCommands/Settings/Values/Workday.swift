import CallModel

/// The days of a floor: they begin at one and the same time of day in the account's zone.
struct Workday: Sendable {
  let zone: AccountZone
  /// After midnight.
  let start: Duration

  /// The last beginning of a day.
  func beginning(before moment: Instant) -> Instant {
    let today = beginning(ofDayOf: moment)
    // A day has 23 to 25 hours.
    return today <= moment ? today : beginning(ofDayOf: zone.startOfDay(moment) - .seconds(43_200))
  }

  /// The next beginning of a day.
  func next(after moment: Instant) -> Instant {
    let today = beginning(ofDayOf: moment)
    return today > moment ? today : beginning(ofDayOf: zone.startOfDay(moment) + .seconds(108_000))
  }

  /// From when on calls count in the figures: today's, and no others than those on the board. Figures are
  /// kept by the minute, at one of which a day begins. A window that moves with the clock begins with its
  /// first whole minute, and where it has none, with the minute that it is.
  func figures(_ rules: CallRules) -> @Sendable (Instant) -> Instant {
    { now in
      let window = (now - rules.keepEnded + .milliseconds(59_999)).startOfMinute
      return max(beginning(before: now), min(window, now.startOfMinute))
    }
  }

  /// On the calendar day of `moment`: the first time where clocks show it twice then, so long after the
  /// change where they are put forward over it.
  func beginning(ofDayOf moment: Instant) -> Instant {
    zone.civil.moment(start, onDayOf: moment)
  }
}
