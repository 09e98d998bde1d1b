/// An agent is what they do: a filter for ringing calls finds those for whom it rings.
extension Agent: FilterSubject {
  package func tell(_ scan: inout FilterScan) {
    for word in [activity.word, activity.rawValue, status.rawValue] {
      scan.word(word, .state)
      scan.text(word, .words)
    }
    scan.text(name, [.words, .agent])
    scan.text(team, [.words, .team])
    for address in addresses { scan.number(address, [.words, .agent, .number]) }
    scan.number(with, [.words, .number])
    scan.number(line, [.words, .line])
    for sid in calls {
      scan.id(sid, .sid)
      scan.text(sid, .words)
    }
  }

  package func length(of measure: CallFilter.Measure) -> FilterLength? {
    switch (measure, activity) {
    case (.ring, .ringing), (.talk, .talking), (.timeInState, _): since.map(FilterLength.since)
    case (.ring, _), (.talk, _), (.wait, _): nil
    }
  }
}
