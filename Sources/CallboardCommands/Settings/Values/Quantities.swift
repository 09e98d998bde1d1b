import CallModel

/// A length of time as people write it: `45s`, `90m`, `24h`, `7d`, `2w`.
struct TimeSpan: Hashable, Sendable, CustomStringConvertible {
  let duration: Duration

  init(_ duration: Duration) { self.duration = duration }

  /// Nil for anything else, for nothing at all, and for more than ten years.
  init?(argument: String) {
    let units = ["s": 1, "m": 60, "h": 3_600, "d": 86_400, "w": 604_800]
    guard let unit = argument.last.flatMap({ units[String($0).lowercased()] }),
      let count = Int(argument.dropLast()), (1...315_360_000).contains(count),
      count * unit <= 315_360_000
    else { return nil }
    duration = .seconds(count * unit)
  }

  /// In the largest unit that it is a multiple of, up to hours.
  var description: String {
    let seconds = duration.components.seconds
    if seconds.isMultiple(of: 3_600) { return "\(seconds / 3_600)h" }
    return seconds.isMultiple(of: 60) ? "\(seconds / 60)m" : "\(seconds)s"
  }
}

/// A time of day as people write it: `06:00`.
struct TimeOfDay: Hashable, CustomStringConvertible {
  /// From 0 to 1,439.
  let minutes: Int

  static let midnight = TimeOfDay(minutes: 0)

  private init(minutes: Int) { self.minutes = minutes }

  /// Nil for anything but hours and minutes of a day.
  init?(argument: String) {
    let parts = argument.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count <= 2, parts[1].count == 2,
      parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
    else { return nil }
    minutes = hour * 60 + minute
  }

  /// Since midnight.
  var duration: Duration { .seconds(minutes * 60) }

  var description: String {
    CivilTime.digits(minutes / 60) + ":" + CivilTime.digits(minutes % 60)
  }
}

/// An amount of data as people write it: `500MB`, `5GB`, `5G`, which are units of 1,000, or `64KiB`,
/// of 1,024.
struct ByteCount: CustomStringConvertible {
  let bytes: Int

  init(_ bytes: Int) { self.bytes = bytes }

  /// Nil for anything else: a number without a unit would be taken for bytes, where gigabytes are meant.
  init?(argument: String) {
    let text = argument.uppercased()
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let units = ["B": 0, "K": 1, "KB": 1, "M": 2, "MB": 2, "G": 3, "GB": 3, "T": 4, "TB": 4]
    var unit = String(text.dropFirst(digits.count))
    let isBinary = unit.hasSuffix("IB")
    if isBinary { unit.removeLast(2) }
    guard let count = Int(digits), count > 0, let power = units[unit], !isBinary || power > 0 else {
      return nil
    }
    var bytes = count
    for _ in 0..<power {
      let (product, overflows) = bytes.multipliedReportingOverflow(by: isBinary ? 1_024 : 1_000)
      guard !overflows else { return nil }
      bytes = product
    }
    self.bytes = bytes
  }

  /// The same as it would be written, in the largest unit that it is a multiple of.
  var argument: String {
    let isBinary = !bytes.isMultiple(of: 1_000) && bytes.isMultiple(of: 1_024)
    let step = isBinary ? 1_024 : 1_000
    var (count, units) = (bytes, ["K", "M", "G", "T"][...])
    var unit = ""
    while count.isMultiple(of: step), let larger = units.popFirst() {
      (count, unit) = (count / step, larger + (isBinary ? "i" : ""))
    }
    return "\(count)\(unit)B"
  }

  /// `999 B`, `1.2 kB`, `34.5 MB`.
  var description: String {
    guard bytes >= 1_000 else { return "\(bytes) B" }
    var tenths = bytes / 100
    for unit in ["kB", "MB", "GB"] {
      if tenths < 10_000 { return "\(tenths / 10).\(tenths % 10) \(unit)" }
      tenths /= 1_000
    }
    return "\(tenths / 10).\(tenths % 10) TB"
  }
}
