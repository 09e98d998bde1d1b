/// What a filter can be asked of: a call, an agent, a request on the wire.
package protocol FilterSubject {
  /// Hands out all that is said of it, each text with what it may be looked for as.
  func tell(_ scan: inout FilterScan)
  /// Nil where it is not known, or there is no such thing.
  func length(of measure: CallFilter.Measure) -> FilterLength?
}

/// What a text of a subject may be looked for as.
package struct FilterScope: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// By words without a key.
  package static let words = FilterScope(rawValue: 1)
  package static let agent = FilterScope(rawValue: 2)
  package static let team = FilterScope(rawValue: 4)
  package static let line = FilterScope(rawValue: 8)
  package static let number = FilterScope(rawValue: 16)
  package static let from = FilterScope(rawValue: 32)
  package static let to = FilterScope(rawValue: 64)

  /// How many different sets there are.
  static let combinations = 128
}

/// A length of time, of what is over or of what goes on.
package enum FilterLength: Hashable, Sendable {
  case ended(Duration)
  case since(Instant)

  func duration(at now: Instant) -> Duration {
    switch self {
    case .ended(let duration): duration
    case .since(let start): now - start
    }
  }
}
