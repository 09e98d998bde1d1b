/// One thing that a callback has shown of other calls than its own (`board.md` § 1).
package enum AccountFact: Hashable, Sendable {
  /// The line with this key told of an answer, in a callback of that family, at that moment.
  case progress(line: String, family: Callback.Family, since: Instant)
  /// A callback of that moment carried both addresses: they are one person's.
  case join(PhoneNumber, PhoneNumber, since: Instant)

  /// The moment at which it was shown first.
  package var since: Instant {
    switch self {
    case .progress(_, _, let since), .join(_, _, let since): since
    }
  }
}
