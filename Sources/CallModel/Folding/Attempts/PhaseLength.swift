/// How long a phase of a call took, as far as that can be (`board.md` § 1, Durations).
///
/// Callbacks may be dated in any year and report any number. A length that is negative or longer
/// than ``longest`` cannot be: it is not known, and nothing is counted or shown of it.
package struct PhaseLength: Hashable, Sendable {
  /// The longest that a phase can take. Exotel ends a call after 4 hours; clocks that are a zone
  /// apart add up to 14 more.
  package static let longest = Duration.seconds(86_400)

  static let unknown = PhaseLength(nil)

  /// Nil where it is not known, or cannot be.
  package private(set) var duration: Duration?
  /// True where it would have been longer than ``longest``.
  private(set) var isTooLong: Bool

  package init(_ duration: Duration?) {
    isTooLong = duration.map { $0 > Self.longest } ?? false
    self.duration = duration.flatMap { (.zero...Self.longest).contains($0) ? $0 : nil }
  }

  /// From one moment to another; not known where one of them is not.
  package init(from start: Instant?, to end: Instant?) {
    if let start, let end { self.init(end - start) } else { self.init(nil) }
  }

  /// This one, or the other where this one is not known; too long where this or that is.
  func or(_ other: @autoclosure () -> PhaseLength) -> PhaseLength {
    guard duration == nil else { return self }
    var other = other()
    other.isTooLong = other.isTooLong || isTooLong
    return other
  }

  /// The same, but not known where it is zero.
  var aboveZero: PhaseLength {
    var length = self
    if duration == .zero { length.duration = nil }
    return length
  }
}
