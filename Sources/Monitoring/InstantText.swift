import CallModel

extension Instant {
  /// RFC 3339 in UTC, as `2022-04-06T05:18:16Z`, with milliseconds only where there are some.
  /// Nil outside of the years 0 to 9999, which it cannot write.
  package var rfc3339: String? {
    let civil = CivilTime(self)
    guard (0...9999).contains(civil.year) else { return nil }
    let fraction = civil.millisecond == 0 ? "" : "." + CivilTime.digits(civil.millisecond, 3)
    return civil.date + "T" + civil.time + fraction + "Z"
  }

  /// The form of HTTP's `Date` header (RFC 9110 § 5.6.7), as `Wed, 06 Apr 2022 05:18:16 GMT`.
  package var httpDate: String {
    let civil = CivilTime(self)
    let day = CivilTime.digits(civil.day) + " " + Self.months[civil.month - 1]
    return weekday + ", " + day + " " + CivilTime.digits(civil.year, 4) + " " + civil.time + " GMT"
  }

  /// 1970-01-01 was a Thursday.
  private var weekday: String {
    let days = milliseconds / 86_400_000 - (milliseconds % 86_400_000 < 0 ? 1 : 0)
    return Self.weekdays[Int((days % 7 + 7) % 7)]
  }

  private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
