extension CallRow: FilterSubject {
  package func mentions(_ text: SearchText) -> Bool {
    text.isIn(call.sid) || text.isIn(call.state.rawValue) || text.isIn(call.outcome?.rawValue)
      || text.isIn(call.direction) || text.isIn(call.customField) || text.isIn(call.status)
      || text.isIn(lineLabel) || legNames.contains { text.isIn($0) }
      || legTeams.contains { text.isIn($0) } || hasNumber(text)
  }

  package func has(_ value: SearchText, in field: CallFilter.Field) -> Bool {
    switch field {
    case .state: call.state.rawValue == value.text
    case .outcome: call.outcome?.rawValue == value.text
    case .source: call.source?.rawValue == value.text
    case .anomaly: call.anomalies.all.contains { $0.rawValue == value.text }
    case .sid: value.begins(call.sid)
    case .team: legTeams.contains { value.isIn($0) }
    case .agent: hasAgent(value)
    case .line: value.isIn(lineLabel) || value.isIn(call.virtualNumber)
    case .number: hasNumber(value)
    case .from: value.isIn(call.from)
    case .to: value.isIn(call.to)
    }
  }

  package func length(of measure: CallFilter.Measure) -> FilterLength? {
    switch measure {
    case .ring: call.state == .ringing ? .since(call.clock) : call.ring.map(FilterLength.ended)
    case .talk: call.state == .talking ? .since(call.clock) : call.talk.map(FilterLength.ended)
    case .wait: call.state == .waiting ? .since(call.clock) : call.wait.map(FilterLength.ended)
    case .standing: .since(call.since)
    }
  }

  private func hasNumber(_ text: SearchText) -> Bool {
    text.isIn(call.from) || text.isIn(call.to) || text.isIn(call.virtualNumber)
      || call.legs.contains { text.isIn($0.number) }
  }

  private func hasAgent(_ value: SearchText) -> Bool {
    call.legs.enumerated().contains { place, leg in
      guard leg.party == .agent else { return false }
      let name = legNames.indices.contains(place) ? legNames[place] : nil
      return value.isIn(name) || value.isIn(leg.number)
    }
  }
}
