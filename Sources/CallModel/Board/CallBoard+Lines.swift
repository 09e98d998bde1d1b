extension CallBoard {
  /// Takes a heartbeat, which is about no call. `arrivedAt` is also now.
  package mutating func apply(_ heartbeat: Heartbeat, arrivedAt: Instant) -> Verdict {
    advance(to: arrivedAt)
    revision += 1
    guard lines.take(heartbeat, arrivedAt: arrivedAt, now: now) else {
      duplicates += 1
      return .repeated
    }
    accepted += 1
    return .applied(AnomalySet())
  }

  /// The keys of all lines: those of the roster in its order, then the others in no order.
  package var lineKeys: (listed: [String], others: [String]) { lines.keys }

  /// Nil for a line that is neither in the roster nor was seen.
  package func line(key: String) -> Line? { lines.line(key) }

  /// The lines that are not well now.
  package var lineTroubles: LineTroubles { lines.troubles }
}
