import OutgoingHTTP

/// What became of the callbacks that were sent.
package struct DeliveryCounts: Sendable {
  /// Each once, however often it was tried.
  package private(set) var callbacks = 0
  /// Tries beyond the first.
  package private(set) var retries = 0
  /// How many wait for another try.
  package private(set) var waiting = 0
  /// Not taken, and not tried again.
  package private(set) var givenUp = 0
  /// Tries by the status that was answered.
  package private(set) var answered: [Int: Int] = [:]
  /// Tries without an answer, by the reason.
  package private(set) var unanswered: [String: Int] = [:]
  /// Of the tries that were answered.
  package private(set) var latencies = Latencies()
  /// By call: callbacks that were not taken, or not yet.
  package private(set) var missing: [String: Int] = [:]

  /// Tries that have ended.
  package var tries: Int { answered.values.reduce(0, +) + unanswered.values.reduce(0, +) }

  package init() {}

  /// A try begins: of a callback of this call, the first one or a later one.
  package mutating func begin(_ sid: String, attempt: Int) {
    if attempt == 1 {
      callbacks += 1
      missing[sid, default: 0] += 1
    } else {
      retries += 1
      waiting -= 1
    }
  }

  /// A try has ended; `isTriedAgain`: another one will follow where it was not taken.
  package mutating func end(
    _ sid: String, _ result: Result<CallbackSender.Answer, any Error>, isTriedAgain: Bool
  ) {
    switch result {
    case .success(let answer):
      answered[answer.status, default: 0] += 1
      latencies.count(answer.latency)
      if answer.isTaken {
        let left = missing[sid, default: 1] - 1
        missing[sid] = left > 0 ? left : nil
        return
      }
    case .failure(let error):
      unanswered[OutgoingFault.reason(for: error), default: 0] += 1
    }
    if isTriedAgain { waiting += 1 } else { givenUp += 1 }
  }
}

/// Many latencies in little room: each to three digits.
package struct Latencies: Sendable {
  private var counts: [Int: Int] = [:]
  private var total = 0

  package init() {}

  /// Takes one more.
  package mutating func count(_ latency: Duration) {
    let (seconds, attoseconds) = latency.components
    var digits = Int(seconds) * 1_000_000 + Int(attoseconds / 1_000_000_000_000)
    var unit = 1
    while digits >= 1_000 {
      digits /= 10
      unit *= 10
    }
    counts[digits * unit, default: 0] += 1
    total += 1
  }

  /// For each of these shares the latency that the share did not exceed; nil without any.
  package func percentiles(_ shares: [Double]) -> [Duration]? {
    guard total > 0 else { return nil }
    let sorted = counts.sorted { $0.key < $1.key }
    return shares.map { share in
      let wanted = max(Int((share * Double(total)).rounded(.up)), 1)
      var seen = 0
      let place = sorted.first { entry in
        seen += entry.value
        return seen >= wanted
      }
      return .microseconds(place?.key ?? 0)
    }
  }
}
