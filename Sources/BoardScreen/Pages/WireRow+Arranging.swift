import CallModel

extension WireRow {
  var isRejected: Bool { reason != nil }

  /// What it tells, as its row says; nil for what is no callback and was not rejected.
  var eventWord: String? { event ?? (isRejected ? Self.rejected : nil) }

  private static let rejected = "rejected"

  /// What a column sorts it by; nil for an unknown column.
  package func value(of column: String) -> SortValue? {
    switch column {
    case "time": .number(arrivedAt.milliseconds)
    case "method": SortValue(method)
    case "answer": SortValue(answered)
    case "event": SortValue(eventWord)
    case "sid": SortValue(sid)
    case "agent": SortValue(agent?.key)
    case "forward": forwarding.map { SortValue($0.rank) } ?? .unknown
    case "took": SortValue(latency.map { $0 * 1_000 })
    case "notes": SortValue(reason ?? notes.first)
    default: nil
    }
  }
}

/// A request is found by its call and its agent, and by the words that stand in its row.
extension WireRow: FilterSubject {
  package func tell(_ scan: inout FilterScan) {
    scan.id(sid, .sid)
    for note in notes { scan.word(note, .anomaly) }
    scan.word(eventWord?.lowercased(), .state)
    scan.number(agent, [.words, .agent, .number])
    for text in [sid, eventWord, method, forwarding?.fault, reason, String(answered)] {
      scan.text(text, .words)
    }
    for note in notes { scan.text(note, .words) }
  }

  package func length(of measure: CallFilter.Measure) -> FilterLength? {
    measure == .timeInState ? .since(arrivedAt) : nil
  }
}
