/// What a filter can be asked of: a call, an agent, a request on the wire.
package protocol FilterSubject {
  /// True where the text stands in anything that is said of it.
  func mentions(_ text: SearchText) -> Bool
  func has(_ value: SearchText, in field: CallFilter.Field) -> Bool
  /// Nil where it is not known, or there is no such thing.
  func length(of measure: CallFilter.Measure) -> FilterLength?
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
