/// An agent is what he does: a filter for ringing calls finds those for whom it rings.
extension Agent: FilterSubject {
  package func mentions(_ text: SearchText) -> Bool {
    text.isIn(name) || text.isIn(team) || text.isIn(activity.rawValue)
      || text.isIn(status.rawValue) || text.isIn(number) || text.isIn(with) || text.isIn(line)
      || calls.contains { text.isIn($0) }
  }

  package func has(_ value: SearchText, in field: CallFilter.Field) -> Bool {
    switch field {
    case .state: activity.rawValue == value.text
    case .agent: value.isIn(name) || value.isIn(number)
    case .team: value.isIn(team)
    case .line: value.isIn(line)
    case .number: value.isIn(number) || value.isIn(with)
    case .sid: calls.contains { value.begins($0) }
    case .outcome, .source, .anomaly, .from, .to: false
    }
  }

  package func length(of measure: CallFilter.Measure) -> FilterLength? {
    switch (measure, activity) {
    case (.ring, .ringing), (.talk, .talking), (.standing, _): since.map(FilterLength.since)
    case (.ring, _), (.talk, _), (.wait, _): nil
    }
  }
}
