import CallModel

extension Instant {
  /// RFC 3339 in UTC, as `2022-04-06T05:18:16Z`, with milliseconds only where there are some.
  /// Nil outside of the years 0 to 9999, which it cannot write.
  package var rfc3339: String? {
    let civil = CivilTime(self)
    guard (0...9999).contains(civil.year) else { return nil }
    return String(unsafeUninitializedCapacity: 24) { buffer in
      var text = DigitWriter(buffer)
      text.write(civil.year, digits: 4)
      text.write(civil.month, digits: 2, after: "-")
      text.write(civil.day, digits: 2, after: "-")
      text.write(civil.hour, digits: 2, after: "T")
      text.write(civil.minute, digits: 2, after: ":")
      text.write(civil.second, digits: 2, after: ":")
      if civil.millisecond != 0 { text.write(civil.millisecond, digits: 3, after: ".") }
      text.write("Z")
      return text.count
    }
  }

  /// Reads such a text; nil for any other.
  package init?(rfc3339 text: String) {
    var text = text
    guard let moment = text.withUTF8({ ProviderTime.readOwn($0.span) }) else { return nil }
    self = moment
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

/// Writes numbers with leading zeros into memory that is large enough: times are written often.
private struct DigitWriter {
  private let buffer: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0

  init(_ buffer: UnsafeMutableBufferPointer<UInt8>) { self.buffer = buffer }

  mutating func write(_ character: Unicode.Scalar) {
    buffer[count] = UInt8(ascii: character)
    count += 1
  }

  mutating func write(_ number: Int, digits: Int, after character: Unicode.Scalar? = nil) {
    if let character { write(character) }
    var rest = number
    for place in stride(from: count + digits - 1, through: count, by: -1) {
      buffer[place] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    }
    count += digits
  }
}
