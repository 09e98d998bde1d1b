/// The zone of the account: what times without a zone of their own are in.
package enum ProviderZone: Sendable {
  case fixed(secondsEastOfUTC: Int)
  /// Gives the offset from UTC, in seconds, at a local time in seconds since
  /// 1970-01-01T00:00:00 of the same wall clock.
  case rules(@Sendable (_ localSeconds: Int64) -> Int)

  /// `Asia/Kolkata`, which knows no summer time.
  package static let kolkata = ProviderZone.fixed(secondsEastOfUTC: 19_800)

  func offset(atLocal seconds: Int64) -> Int {
    switch self {
    case .fixed(let offset): offset
    case .rules(let rules): rules(seconds)
    }
  }
}
