/// Figures that can be added up and taken back.
protocol Addable: Sendable, Equatable {
  init()
  static func += (left: inout Self, right: Self)
  static func -= (left: inout Self, right: Self)
}

/// Figures per piece of time, so that those of any window that begins at one are a short sum, and a
/// correction touches one entry. Every midnight of every zone is at a quarter of an hour.
struct TimeBuckets<Figures: Addable>: Sendable {
  private var entries: [(bucket: Int64, figures: Figures)] = []
  private let milliseconds: Int64

  static var quarterHours: Self { Self(milliseconds: 900_000) }
  static var minutes: Self { Self(milliseconds: 60_000) }

  private init(milliseconds: Int64) { self.milliseconds = milliseconds }

  var count: Int { entries.count }

  /// True where nothing is counted.
  var isZero: Bool { entries.allSatisfy { $0.figures == Figures() } }

  mutating func add(_ figures: Figures, at moment: Instant) {
    change(at: moment) { $0 += figures }
  }

  mutating func take(_ figures: Figures, at moment: Instant) {
    change(at: moment) { $0 -= figures }
  }

  mutating func add(_ others: Self) {
    for entry in others.entries {
      change(at: Instant(milliseconds: entry.bucket * milliseconds)) { $0 += entry.figures }
    }
  }

  /// The figures from the bucket of `start` on.
  func sum(since start: Instant) -> Figures {
    let bucket = bucket(of: start)
    return entries.reversed().prefix { $0.bucket >= bucket }.reduce(into: Figures()) {
      $0 += $1.figures
    }
  }

  /// Where the bucket of a moment begins.
  func start(of moment: Instant) -> Instant {
    let (start, overflow) = bucket(of: moment).multipliedReportingOverflow(by: milliseconds)
    return overflow ? moment : Instant(milliseconds: start)
  }

  /// The figures of the last `count` buckets, that of `now` at the end.
  func last(_ count: Int, until now: Instant) -> [Figures] {
    let end = bucket(of: now)
    var last = [Figures](repeating: Figures(), count: count)
    for entry in entries.reversed() {
      let place = Int64(count) - 1 - (end - entry.bucket)
      guard place >= 0 else { break }
      if place < count { last[Int(place)] = entry.figures }
    }
    return last
  }

  /// Forgets what lies before the bucket of `start`.
  mutating func forget(before start: Instant) {
    let bucket = bucket(of: start)
    entries.removeFirst(entries.prefix { $0.bucket < bucket }.count)
  }

  private mutating func change(at moment: Instant, _ change: (inout Figures) -> Void) {
    let bucket = bucket(of: moment)
    let before = entries.lastIndex { $0.bucket <= bucket }
    if let before, entries[before].bucket == bucket {
      change(&entries[before].figures)
      return
    }
    var figures = Figures()
    change(&figures)
    entries.insert((bucket, figures), at: before.map { $0 + 1 } ?? 0)
  }

  private func bucket(of moment: Instant) -> Int64 {
    let (quotient, remainder) = moment.milliseconds.quotientAndRemainder(dividingBy: milliseconds)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
