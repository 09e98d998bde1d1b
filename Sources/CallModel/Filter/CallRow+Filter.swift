extension CallRow: FilterSubject {
  package func tell(_ scan: inout FilterScan) {
    scan.id(call.sid, .sid)
    scan.id(call.campaign, .campaign)
    scan.id(call.bridge, .bridge)
    tellState(&scan)
    scan.word(call.source?.rawValue, .source)
    scan.word(call.endedBy?.rawValue, .endedBy)
    for family in call.families { scan.word(family.rawValue, .family) }
    for anomaly in call.anomalies.all { scan.word(anomaly.rawValue, .anomaly) }
    scan.text(call.sid, .words)
    scan.text(call.direction, .words)
    scan.text(call.customField, .words)
    scan.text(call.status, .words)
    scan.text(call.campaign, .words)
    scan.text(call.bridge, .words)
    scan.text(lineLabel, [.words, .line])
    scan.number(call.from, [.words, .number, .from])
    scan.number(call.to, [.words, .number, .to])
    scan.number(call.virtualNumber, [.words, .number, .line])
    tellLegs(&scan)
  }

  /// In the words of programs, and in those that the board shows.
  private func tellState(_ scan: inout FilterScan) {
    for word in call.isLive ? [call.state.rawValue, call.word] : [call.state.rawValue] {
      scan.word(word, .state)
      scan.text(word, .words)
    }
    if call.isUncertain { scan.word(call.word + "?", .state) }
    guard let outcome = call.outcome else { return }
    for word in [outcome.rawValue, outcome.word(isOutgoing: call.isOutgoing)] {
      scan.word(word, .outcome)
      scan.text(word, .words)
    }
  }

  private func tellLegs(_ scan: inout FilterScan) {
    for leg in call.legs {
      scan.number(
        leg.number, leg.party == .agent ? [.words, .number, .agent] : [.words, .number])
      scan.word(leg.answeredBy?.rawValue, .answeredBy)
    }
    for (place, name) in legNames.enumerated() {
      let isAgent = place < call.legs.count && call.legs[place].party == .agent
      scan.text(name, isAgent ? [.words, .agent] : .words)
    }
    for companion in call.companions where companion.party == .agent {
      scan.number(companion.number, [.words, .number, .agent])
      scan.text(companion.name, [.words, .agent])
      scan.text(companion.team, [.words, .team])
    }
    for team in legTeams { scan.text(team, [.words, .team]) }
  }

  package func length(of measure: CallFilter.Measure) -> FilterLength? {
    switch measure {
    case .ring: call.state == .ringing ? .since(call.clock) : call.ring.map(FilterLength.ended)
    case .talk: call.state == .talking ? .since(call.clock) : call.talk.map(FilterLength.ended)
    case .wait: call.state == .waiting ? .since(call.clock) : call.wait.map(FilterLength.ended)
    case .timeInState: .since(call.clock)
    }
  }
}
