import CallModel

/// Reads the times that Exotel sends (`callbacks.md` § 3).
///
/// `2022-04-06 10:44:40`, the same with `T`, a fraction or a zone (`Z`, `+05:30`, `+0530`), and
/// `Tue, 16 Feb 2016 15:56:26` with or without `GMT`, `UTC` or an offset. What has no zone is in
/// the account's; ``CivilZone`` tells what that means where clocks are changed. Impossible dates, and
/// all before 1971 or after 9998, are not known.
package enum ProviderTime {
  /// What a text is, taken for a time.
  enum Reading: Hashable {
    case time(Instant)
    /// A time of zero, which is how systems spell "never".
    case never
    case unreadable
  }

  /// Nil is "not known". `arrival`: when it came, which tells what a time is that comes twice.
  package static func read(
    _ bytes: Span<UInt8>, zone: CivilZone, arrival: Instant? = nil
  ) -> Instant? {
    switch reading(bytes, zone: zone, arrival: arrival) {
    case .time(let instant): instant
    case .never, .unreadable: nil
    }
  }

  /// A time that this program has written itself, in UTC: of any year, for a machine's clock may have
  /// been wrong. Nil is "no such time".
  package static func readOwn(_ bytes: Span<UInt8>) -> Instant? {
    var reader = TimeReader(range: bytes.trimmedRange)
    guard let (seconds, milliseconds) = reader.readLocal(bytes),
      reader.readOffset(bytes, else: 0) == 0
    else { return nil }
    return Instant(milliseconds: seconds * 1000 + Int64(milliseconds))
  }

  static func reading(
    _ bytes: Span<UInt8>, zone: CivilZone, arrival: Instant? = nil
  ) -> Reading {
    var reader = TimeReader(range: bytes.trimmedRange)
    guard let (local, milliseconds) = reader.readLocal(bytes) else {
      return bytes.extracting(bytes.trimmedRange).starts(with: "0000-00-00") ? .never : .unreadable
    }
    let offset = reader.readOffset(
      bytes, else: zone.secondsEastOfUTC(atLocal: local, before: arrival))
    guard let offset else { return .unreadable }
    let seconds = local - Int64(offset)
    guard seconds < latest else { return .unreadable }
    guard earliest <= seconds else { return .never }
    return .time(Instant(milliseconds: seconds * 1000 + Int64(milliseconds)))
  }

  /// 1971-01-01T00:00:00Z: what is before it is the epoch, in whatever zone, or a year 1.
  private static let earliest: Int64 = 31_536_000
  /// 9999-01-01T00:00:00Z.
  private static let latest: Int64 = 253_370_764_800
}

/// Goes through the bytes of one time.
private struct TimeReader {
  private var position: Int
  private let end: Int
  /// 14 hours, in seconds.
  private static let largestOffset = 50_400

  init(range: Range<Int>) {
    position = range.lowerBound
    end = range.upperBound
  }

  /// Seconds since 1970-01-01T00:00:00 of the wall clock, and milliseconds.
  mutating func readLocal(_ bytes: Span<UInt8>) -> (seconds: Int64, milliseconds: Int)? {
    guard position < end else { return nil }
    let isWritten = bytes[position].decimalValue == nil
    guard let days = isWritten ? readWrittenDate(bytes) : readNumericDate(bytes),
      let hour = readNumber(bytes, digits: 2), hour < 24, skip(bytes, ":"),
      let minute = readNumber(bytes, digits: 2), minute < 60, skip(bytes, ":"),
      let second = readNumber(bytes, digits: 2), second < 60,
      let milliseconds = readFraction(bytes)
    else { return nil }
    return (days * 86_400 + Int64(hour * 3600 + minute * 60 + second), milliseconds)
  }

  /// What is left must be a zone, or nothing: `usual` then. In seconds east of UTC.
  mutating func readOffset(_ bytes: Span<UInt8>, else usual: @autoclosure () -> Int) -> Int? {
    let hadBlank = skipBlanks(bytes)
    guard position < end else { return usual() }
    let rest = bytes.extracting(position..<end)
    if rest.equals("Z") || rest.equals("z") || rest.equals("GMT") || rest.equals("UTC") {
      return 0
    }
    // In a query a raw `+` has become a blank.
    let isWest = bytes[position] == UInt8(ascii: "-")
    guard isWest || skip(bytes, "+") || hadBlank else { return nil }
    if isWest { position += 1 }
    guard let hours = readNumber(bytes, digits: 2) else { return nil }
    _ = skip(bytes, ":")
    guard let minutes = readNumber(bytes, digits: 2), minutes < 60, position == end else {
      return nil
    }
    let offset = hours * 3600 + minutes * 60
    // An offset that no place on earth has is none.
    guard offset <= Self.largestOffset else { return usual() }
    return isWest ? -offset : offset
  }

  private mutating func readNumericDate(_ bytes: Span<UInt8>) -> Int64? {
    guard let year = readNumber(bytes, digits: 4), skip(bytes, "-"),
      let month = readNumber(bytes, digits: 2), skip(bytes, "-"),
      let day = readNumber(bytes, digits: 2),
      skip(bytes, "T") || skip(bytes, "t") || skipBlanks(bytes)
    else { return nil }
    return Self.days(year: year, month: month, day: day)
  }

  /// `Tue, 16 Feb 2016 `; the weekday says nothing new and is not checked.
  private mutating func readWrittenDate(_ bytes: Span<UInt8>) -> Int64? {
    while position < end, bytes[position].asciiLowercase != bytes[position].asciiUppercase {
      position += 1
    }
    guard skip(bytes, ","), skipBlanks(bytes), let day = readDay(bytes), skipBlanks(bytes),
      let month = readMonth(bytes), skipBlanks(bytes), let year = readNumber(bytes, digits: 4),
      skipBlanks(bytes)
    else { return nil }
    return Self.days(year: year, month: month, day: day)
  }

  private mutating func readDay(_ bytes: Span<UInt8>) -> Int? {
    readNumber(bytes, digits: 2) ?? readNumber(bytes, digits: 1)
  }

  private mutating func readMonth(_ bytes: Span<UInt8>) -> Int? {
    guard position + 3 <= end else { return nil }
    let months: StaticString = "janfebmaraprmayjunjulaugsepoctnovdec"
    month: for month in 0..<12 {
      for letter in 0..<3
      where bytes[position + letter].asciiLowercase != months.utf8Start[month * 3 + letter] {
        continue month
      }
      position += 3
      return month + 1
    }
    return nil
  }

  private mutating func readNumber(_ bytes: Span<UInt8>, digits: Int) -> Int? {
    guard position + digits <= end else { return nil }
    var number = 0
    for index in position..<(position + digits) {
      guard let digit = bytes[index].decimalValue else { return nil }
      number = number * 10 + digit
    }
    position += digits
    return number
  }

  /// Milliseconds; 0 where there is no fraction.
  private mutating func readFraction(_ bytes: Span<UInt8>) -> Int? {
    guard skip(bytes, ".") || skip(bytes, ",") else { return 0 }
    var milliseconds = 0
    var unit = 100
    let start = position
    while position < end, let digit = bytes[position].decimalValue {
      milliseconds += digit * unit
      unit /= 10
      position += 1
    }
    return position > start ? milliseconds : nil
  }

  private mutating func skip(_ bytes: Span<UInt8>, _ character: Unicode.Scalar) -> Bool {
    guard position < end, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func skipBlanks(_ bytes: Span<UInt8>) -> Bool {
    let start = position
    while position < end, bytes[position].isBlank { position += 1 }
    return position > start
  }

  /// Days since 1970-01-01 of the Gregorian calendar; nil for a day that is none.
  private static func days(year: Int, month: Int, day: Int) -> Int64? {
    let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    let length =
      switch month {
      case 1, 3, 5, 7, 8, 10, 12: 31
      case 4, 6, 9, 11: 30
      case 2: isLeap ? 29 : 28
      default: 0
      }
    guard year > 0, day >= 1, day <= length else { return nil }
    // Years begin in March, so that the leap day is the last of its year.
    let shifted = month <= 2 ? year - 1 : year
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return Int64(shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468)
  }
}
