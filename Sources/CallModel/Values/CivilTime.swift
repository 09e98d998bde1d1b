/// A moment as a calendar and a clock show it.
package struct CivilTime: Hashable, Sendable {
  package var year: Int
  /// 1 to 12.
  package var month: Int
  /// 1 to 31.
  package var day: Int
  package var hour: Int
  package var minute: Int
  package var second: Int
  package var millisecond: Int
  /// From a Monday on.
  private let dayOfWeek: Int

  /// The wall time of `moment` at an offset in seconds east of UTC (Gregorian calendar).
  package init(_ moment: Instant, secondsEastOfUTC offset: Int = 0) {
    let local = (moment + .seconds(offset)).milliseconds
    let (seconds, milliseconds) = Self.floorDivide(local, by: 1000)
    let (days, clock) = Self.floorDivide(seconds, by: 86_400)
    // Days since 0000-03-01, in years that begin in March, so that a leap day is the last one.
    let (era, dayOfEra) = Self.floorDivide(days + 719_468, by: 146_097)
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    month = Int(marchMonth < 10 ? marchMonth + 3 : marchMonth - 9)
    year = Int(era * 400 + yearOfEra) + (month <= 2 ? 1 : 0)
    day = Int(dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    hour = Int(clock / 3600)
    minute = Int(clock / 60 % 60)
    second = Int(clock % 60)
    millisecond = Int(milliseconds)
    // The first of January 1970 was a Thursday.
    dayOfWeek = Int(Self.floorDivide(days + 3, by: 7).1)
  }

  /// `2026-01-31`.
  package var date: String {
    Self.digits(year, 4) + "-" + Self.digits(month) + "-" + Self.digits(day)
  }

  /// `Thu`.
  package var weekday: String {
    ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][dayOfWeek]
  }

  /// `Nov`.
  package var monthName: String {
    [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ][month - 1]
  }

  /// `14:03:22`.
  package var time: String {
    Self.digits(hour) + ":" + Self.digits(minute) + ":" + Self.digits(second)
  }

  /// A number with leading zeros.
  package static func digits(_ number: Int, _ count: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(count - digits.utf8.count, 0)) + digits
  }

  private static func floorDivide(_ value: Int64, by divisor: Int64) -> (Int64, Int64) {
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
