import Monitoring

/// What somebody who follows the board asks for.
struct StreamWish: Hashable, Sendable {
  /// He has all up to this one.
  var sequence: UInt64?
  /// So far back he wants the callbacks of calls that have ended.
  var window = Duration.seconds(3_600)

  /// The query of `/v1/callbacks`; `Last-Event-ID`, which a reader sends that comes again, counts
  /// more.
  init(_ target: RequestTarget, lastEventID: String?) throws(QueryError) {
    let given = try QueryParameters(target, known: ["since", "window"])
    if let value = given["since"] {
      guard let number = UInt64(value) else {
        throw .value(name: "since", value: value, allowed: "the sequence of a callback")
      }
      sequence = number
    }
    if let lastEventID, let number = UInt64(lastEventID) { sequence = number }
    if let value = given["window"] { window = try Self.window(value) }
  }

  private static func window(_ text: String) throws(QueryError) -> Duration {
    let units: [Character: Int] = ["s": 1, "m": 60, "h": 3_600, "d": 86_400]
    guard let unit = text.last.flatMap({ units[$0] }), let count = Int(text.dropLast()),
      (0...100_000).contains(count), count * unit <= 7 * 86_400
    else {
      throw .value(name: "window", value: text, allowed: "a time up to 7d, as 90s, 30m, 24h or 7d")
    }
    return .seconds(count * unit)
  }
}
