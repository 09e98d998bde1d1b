/// All that there is at the listener. What is not here is not served, with a token or without.
///
/// A request's route is found once, in ``RequestHead``; who may use it and what answers both go by it.
enum Route: Hashable, Sendable {
  case callbacks
  case calls
  case call(sid: String)
  /// One call, by a sid in the query: it may have a slash, which no path can have.
  case namedCall
  case agents
  /// The number as it was written.
  case agent(number: String)
  case lines
  case summary, rejected, openAPI
  case callbackStream, eventStream
  case health, metrics

  /// Nil where nothing is.
  init?(_ target: RequestTarget) {
    guard let segments = target.segments else { return nil }
    switch (segments.first, segments.dropFirst().first, segments.count) {
    case ("exotel", _, 1): self = .callbacks
    case ("healthz", _, 1): self = .health
    case ("metrics", _, 1): self = .metrics
    case ("v1", "calls", 2): self = .calls
    case ("v1", "calls", 3): self = .call(sid: segments[2])
    case ("v1", "call", 2): self = .namedCall
    case ("v1", "agents", 2): self = .agents
    case ("v1", "agents", 3): self = .agent(number: segments[2])
    case ("v1", "lines", 2): self = .lines
    case ("v1", "summary", 2): self = .summary
    case ("v1", "rejected", 2): self = .rejected
    case ("v1", "openapi.json", 2): self = .openAPI
    case ("v1", "callbacks", 2): self = .callbackStream
    case ("v1", "events", 2): self = .eventStream
    default: return nil
    }
  }

  /// True for `/exotel`, with or without a query, as nearly all requests have it: nothing needs to
  /// be taken apart for those.
  static func isPlainlyCallbacks(_ target: String) -> Bool {
    let path = "/exotel".utf8
    guard target.utf8.starts(with: path) else { return false }
    let rest = target.utf8.dropFirst(path.count)
    return rest.isEmpty || rest.first == UInt8(ascii: "?")
  }

  /// True for another spelling of `/exotel`: nothing is there, but who sends callbacks to it has to be
  /// told, and seen.
  static func isCallbacksMisspelled(_ target: RequestTarget) -> Bool {
    Route(target) == nil && target.presumedSegments == ["exotel"]
  }

  /// Who may use a route.
  enum Right: Hashable, Sendable {
    /// Everybody, by whatever name.
    case everybody
    /// Who has the key, where there is one.
    case sender
    /// Who has the token; where there is none, who reads the listener by a name of its own.
    case reader
    /// Everybody where there is a token; else as a reader.
    case observer
  }

  var right: Right {
    switch self {
    case .callbacks: .sender
    case .calls, .call, .namedCall, .agents, .agent, .lines, .summary, .rejected, .openAPI,
      .callbackStream, .eventStream:
      .reader
    case .metrics: .observer
    case .health: .everybody
    }
  }

  /// What may be done there.
  var methods: [String] {
    switch self {
    case .callbacks: Self.taking
    case .calls, .call, .namedCall, .agents, .agent, .lines, .summary, .rejected, .openAPI,
      .callbackStream, .eventStream, .health, .metrics:
      Self.telling
    }
  }

  private static let taking = ["GET", "POST"]
  private static let telling = ["GET", "HEAD"]
}
