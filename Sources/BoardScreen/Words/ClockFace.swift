import CallModel

/// Writes moments and durations as people read them, in the zone of the account.
package struct ClockFace: Hashable, Sendable {
  private let zone: CivilZone
  private let names: [Int: String]

  /// `names`: what people call the zone by its offset from UTC in seconds, as `EST` and `EDT`.
  package init(zone: CivilZone, names: [Int: String]) {
    self.zone = zone
    self.names = names
  }

  /// `14:03:22`.
  func time(_ moment: Instant) -> String {
    CivilTime(moment, in: zone).time
  }

  /// `2026-11-20`.
  func date(_ moment: Instant) -> String {
    CivilTime(moment, in: zone).date
  }

  /// The beginning of the day of `moment`.
  func startOfDay(_ moment: Instant) -> Instant { zone.startOfDay(moment) }

  /// When the clocks show a time, as so long after midnight, on the day of `moment`: the first time
  /// where they do so twice, so long after the change where they are put forward over it.
  func moment(_ time: Duration, onDayOf moment: Instant) -> Instant {
    zone.moment(time, onDayOf: moment)
  }

  /// `14:03:22 IST`; the time alone where the zone has no name.
  func timeAndZone(_ moment: Instant) -> String {
    let name = names[zone.secondsEastOfUTC(at: moment)]
    return ([time(moment)] + [name].compactMap(\.self)).joined(separator: " ")
  }

  /// `14:03:22`, with the date before it when that is not the day of `now`.
  func moment(_ moment: Instant, now: Instant) -> String {
    let then = CivilTime(moment, in: zone)
    let today = CivilTime(now, in: zone)
    return then.date == today.date ? then.time : then.date + " " + then.time
  }

  /// `14:03:22`, of another day `Thu 14:03`, of one that is a week away `20 Nov 14:03`.
  func listed(_ moment: Instant, now: Instant) -> String {
    let then = CivilTime(moment, in: zone)
    let (day, today) = (startOfDay(moment), startOfDay(now))
    guard day != today else { return then.time }
    // Six days at most, one of which may have an hour more.
    let isNear = max(today - day, day - today) < .seconds(6 * 86_400 + 43_200)
    return (isNear ? then.weekday : "\(then.day) \(then.monthName)") + " " + then.time.prefix(5)
  }

  /// `0:41`, `12:10`, `1:02:03`, `3d 04h`: how long something has lasted, never negative.
  package static func elapsed(_ duration: Duration) -> String {
    let seconds = Rounded.seconds(duration)
    let (minutes, hours) = (seconds / 60, seconds / 3600)
    if hours >= 48 { return "\(hours / 24)d " + CivilTime.digits(hours % 24) + "h" }
    let tail = CivilTime.digits(seconds % 60)
    guard hours > 0 else { return "\(minutes):" + tail }
    return "\(hours):" + CivilTime.digits(minutes % 60) + ":" + tail
  }

  /// `2 s`, `5 min`, `3 h`, `2 d`: a rough age, never negative.
  static func age(_ duration: Duration) -> String {
    let seconds = Rounded.seconds(duration)
    switch seconds {
    case ..<60: return "\(seconds) s"
    case ..<3600: return "\(seconds / 60) min"
    case ..<172_800: return "\(seconds / 3600) h"
    default: return "\(seconds / 86_400) d"
    }
  }

  /// `9 s`, `13 s`, `3:12`: a figure.
  package static func figure(_ duration: Duration) -> String {
    let seconds = Rounded.seconds(duration)
    return seconds < 60 ? "\(seconds) s" : elapsed(duration)
  }

  /// `0.4 ms`, `12 ms`: how quickly something was answered.
  static func latency(_ duration: Duration) -> String {
    let microseconds =
      duration.components.seconds * 1_000_000
      + duration.components.attoseconds / 1_000_000_000_000
    if microseconds >= 10_000 { return "\(microseconds / 1000) ms" }
    return "\(microseconds / 1000).\(microseconds % 1000 / 100) ms"
  }
}
