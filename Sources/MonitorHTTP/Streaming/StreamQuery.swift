import Monitoring

/// What somebody who follows the board asks for.
struct StreamQuery: Hashable, Sendable {
  enum Subject: Hashable, Sendable {
    /// The raw callbacks: those behind a sequence, where it is known still, else those of live calls
    /// and of the window.
    case callbacks(after: UInt64?, window: Duration)
    /// The changes of the board behind an event.
    case events(after: String?)
  }

  let subject: Subject
  /// The longest silence of the stream.
  private(set) var heartbeat = longestSilence
  /// True where the reader takes gzip.
  let isCompressed: Bool

  private static let longestSilence = Duration.seconds(15)
  private static let usualWindow = Duration.seconds(3_600)
  private static let longestWindow = (
    words: "a time up to 7d, as 90s, 30m, 24h or 7d", time: Duration.seconds(7 * 86_400)
  )

  /// Nil where the path is no stream. `Last-Event-ID`, which a reader sends that comes again, counts
  /// more than the query.
  init?(_ target: RequestTarget, _ head: RequestHead) throws(QueryError) {
    isCompressed = head.takesGzip
    switch head.route {
    case .callbackStream:
      let given = try QueryParameters(target, known: ["since", "window", "heartbeat"])
      let since = try Self.sequence(given["since"])
      let sequence = head.lastEventID.flatMap { UInt64($0) } ?? since
      let window = try Self.time("window", given["window"], upTo: Self.longestWindow)
      subject = .callbacks(after: sequence, window: window ?? Self.usualWindow)
      try takeHeartbeat(given)
    case .eventStream:
      let given = try QueryParameters(target, known: ["heartbeat"])
      subject = .events(after: head.lastEventID)
      try takeHeartbeat(given)
    case .callbacks, .calls, .call, .namedCall, .agents, .agent, .lines, .summary, .rejected,
      .openAPI,
      .health, .metrics, nil:
      return nil
    }
  }

  private mutating func takeHeartbeat(_ given: QueryParameters) throws(QueryError) {
    let limit = (words: "a time up to 15s, as 2s", time: Self.longestSilence)
    guard let time = try Self.time("heartbeat", given["heartbeat"], upTo: limit) else { return }
    heartbeat = max(time, .seconds(1))
  }

  private static func sequence(_ text: String?) throws(QueryError) -> UInt64? {
    guard let text else { return nil }
    guard let number = UInt64(text) else {
      throw .value(name: "since", value: text, allowed: "the sequence of a callback")
    }
    return number
  }

  private static func time(
    _ name: String, _ text: String?, upTo longest: (words: String, time: Duration)
  ) throws(QueryError) -> Duration? {
    guard let text else { return nil }
    let units: [Character: Int] = ["s": 1, "m": 60, "h": 3_600, "d": 86_400]
    guard let unit = text.last.flatMap({ units[$0] }), let count = Int(text.dropLast()),
      (0...1_000_000).contains(count), .seconds(count * unit) <= longest.time
    else {
      throw .value(name: name, value: text, allowed: longest.words)
    }
    return .seconds(count * unit)
  }
}
