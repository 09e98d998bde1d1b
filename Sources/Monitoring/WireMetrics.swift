import CallModel

/// What has been counted since this program was started; what was restored is not in it.
package struct WireMetrics: Hashable, Sendable {
  /// Accepted callbacks that were news.
  package private(set) var applied = 0
  /// Accepted callbacks that had come before.
  package private(set) var repeated = 0
  /// Accepted callbacks that the board did not take: their call is full, or has left the board.
  package private(set) var refused = 0
  /// Accepted heartbeats of the lines, which are among those.
  package private(set) var heartbeats = 0
  /// Rejected requests by the status that was answered.
  package private(set) var rejected: [Int: Int] = [:]
  /// From the whole request to the answer.
  package private(set) var answers = LatencyHistogram()
  /// How long the board took over a callback.
  package private(set) var folds = LatencyHistogram()

  mutating func accept(
    _ request: CallbackRequest, _ verdict: CallBoard.Verdict, foldedIn fold: Duration
  ) {
    guard let latency = request.latency else { return }
    switch verdict {
    case .applied: applied += 1
    case .repeated: repeated += 1
    case .refused, .departed: refused += 1
    }
    answers.count(latency)
    folds.count(fold)
  }

  mutating func noteHeartbeat(_ request: CallbackRequest) {
    if request.latency != nil { heartbeats += 1 }
  }

  mutating func reject(_ request: CallbackRequest, status: Int) {
    guard let latency = request.latency else { return }
    rejected[status, default: 0] += 1
    answers.count(latency)
  }
}
