import CallModel

/// A time in a recording as people write it: `14:03`, `14:03:22`, `2026-11-20 14:03`, or from where
/// one is: `+5m`, `-30s`.
package struct PlaybackTime: Sendable {
  private let span: ClosedRange<Instant>
  private let now: Instant
  private let clock: ClockFace

  /// `span` is from the first to the last entry, `now` where one is.
  package init(in span: ClosedRange<Instant>, now: Instant, clock: ClockFace) {
    self.span = span
    self.now = now
    self.clock = clock
  }

  /// - Throws: what is wrong with the text, and what it may be.
  package func read(_ text: String) throws(PlaybackTimeError) -> Instant {
    let text = text.trimmed
    if text.hasPrefix("+") || text.hasPrefix("-") {
      guard let duration = Duration(text: String(text.dropFirst())) else { throw .unreadable(text) }
      return text.hasPrefix("+") ? now + duration : now - duration
    }
    let words = text.split(separator: " ")
    guard words.count <= 2, let time = words.last.flatMap({ Self.timeOfDay($0) }) else {
      throw .unreadable(text)
    }
    let date = words.count == 2 ? String(words[0]) : nil
    // As it ends within its last second, that second is a part of it.
    let inside = days.filter { date == nil || date == clock.date($0) }
      .map { clock.moment(time, onDayOf: $0) }
      .filter { $0 >= span.lowerBound - .milliseconds(999) && $0 <= span.upperBound }
    let ownDay = inside.first { clock.date($0) == clock.date(now) }
    guard let moment = ownDay ?? inside.first else {
      throw .outside(
        from: clock.moment(span.lowerBound, now: now), to: clock.moment(span.upperBound, now: now))
    }
    return moment
  }

  /// A moment of each day of the recording: about noon, so that none is left out or comes twice where
  /// a day has 23 or 25 hours.
  private var days: [Instant] {
    let noon = clock.startOfDay(span.lowerBound) + .milliseconds(Self.day / 2)
    let more = max((span.upperBound - noon).wholeMilliseconds, 0) / Self.day + 1
    return (0...min(more, Self.mostDays)).map { noon + .milliseconds($0 * Self.day) }
  }

  private static let day: Int64 = 86_400_000
  /// No recording is longer.
  private static let mostDays: Int64 = 40_000

  private static func timeOfDay(_ text: Substring) -> Duration? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int64(part) : nil
    }
    guard (2...3).contains(parts.count), numbers.count == parts.count, numbers[0] < 24,
      numbers.dropFirst().allSatisfy({ $0 < 60 })
    else { return nil }
    return .seconds(numbers[0] * 3_600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0))
  }
}

/// Why a text is no time in a recording.
package enum PlaybackTimeError: Error, Hashable, Sendable, CustomStringConvertible {
  case unreadable(String)
  /// It is not within the recording, which has these ends.
  case outside(from: String, to: String)

  package var description: String {
    switch self {
    case .unreadable: "a time is one as 14:03, 14:03:22, '2026-11-20 14:03', +5m or -30s"
    case .outside(let start, let end): "the recording is from \(start) to \(end)"
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = Substring(self)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
