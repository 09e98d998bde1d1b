extension CallFilter {
  /// The first moment after `now` at which time alone may change whether it matches; nil where it
  /// never does.
  func nextChange(_ subject: some FilterSubject, after now: Instant) -> Instant? {
    switch self {
    case .all(let parts), .either(let parts):
      parts.compactMap { $0.nextChange(subject, after: now) }.min()
    case .not(let part): part.nextChange(subject, after: now)
    case .words, .field: nil
    case .measure(let measure, let comparison, let duration):
      if case .since(let start) = subject.length(of: measure) {
        comparison.changes(duration).map { start + $0 }.first { $0 > now }
      } else {
        nil
      }
    }
  }
}

extension CallFilter.Comparison {
  func holds(_ left: Duration, _ right: Duration) -> Bool {
    switch self {
    case .atLeast: left >= right
    case .atMost: left <= right
    case .more: left > right
    case .less: left < right
    // Lengths are shown in whole seconds.
    case .exactly: left.components.seconds == right.components.seconds
    }
  }

  /// The lengths at which a growing one begins, or ceases, to compare so with `right`.
  fileprivate func changes(_ right: Duration) -> [Duration] {
    switch self {
    case .atLeast, .less: [right]
    case .atMost, .more: [right + .milliseconds(1)]
    case .exactly: [right, right + .seconds(1)]
    }
  }
}
