extension CallRow: FilterSubject {
  package func tell(_ scan: inout FilterScan) {
    scan.id(call.sid, .sid)
    scan.id(call.campaign, .campaign)
    scan.id(call.bridge, .bridge)
    scan.word(call.state.rawValue, .state)
    scan.word(call.outcome?.rawValue, .outcome)
    scan.word(call.source?.rawValue, .source)
    scan.word(call.endedBy?.rawValue, .endedBy)
    for family in call.families { scan.word(family.rawValue, .family) }
    for anomaly in call.anomalies.all { scan.word(anomaly.rawValue, .anomaly) }
    scan.text(call.sid, .words)
    scan.text(call.state.rawValue, .words)
    scan.text(call.outcome?.rawValue, .words)
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
    case .standing: .since(call.since)
    }
  }
}
