import CallModel

extension WireRow {
  var isRejected: Bool { reason != nil }

  /// What a column sorts it by; nil for a column that there is not.
  package func value(of column: String) -> SortValue? {
    switch column {
    case "time": .number(arrivedAt.milliseconds)
    case "method": SortValue(method)
    case "answer": SortValue(answered)
    case "event": SortValue(event)
    case "call": SortValue(sid)
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
  package func mentions(_ text: SearchText) -> Bool {
    text.isIn(sid) || text.isIn(event) || text.isIn(agent) || text.isIn(method)
      || text.isIn(forwarding?.fault) || text.isIn(reason) || text.isIn(String(answered))
      || notes.contains { text.isIn($0) }
  }

  package func has(_ value: SearchText, in field: CallFilter.Field) -> Bool {
    switch field {
    case .sid: sid.map(value.begins) ?? false
    case .agent, .number: value.isIn(agent)
    case .anomaly: notes.contains(value.text)
    case .state: event?.lowercased() == value.text
    case .outcome, .team, .line, .from, .to, .source: false
    }
  }

  package func length(of measure: CallFilter.Measure) -> FilterLength? {
    measure == .standing ? .since(arrivedAt) : nil
  }
}
