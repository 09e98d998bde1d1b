@testable import CallModel

/// What a filter means, said as plainly as can be: each term looks at each text by itself.
protocol PlainSubject: FilterSubject {
  func mentions(_ text: SearchText) -> Bool
  func has(_ value: SearchText, in field: CallFilter.Field) -> Bool
}

extension CallFilter {
  func plainlyMatches(_ subject: some PlainSubject, now: Instant) -> Bool {
    switch self {
    case .all(let parts): parts.allSatisfy { $0.plainlyMatches(subject, now: now) }
    case .either(let parts): parts.contains { $0.plainlyMatches(subject, now: now) }
    case .not(let part): !part.plainlyMatches(subject, now: now)
    case .words(let text): subject.mentions(text)
    case .field(let field, let value): subject.has(value, in: field)
    case .measure(let measure, let comparison, let duration):
      subject.length(of: measure).map { comparison.holds($0.duration(at: now), duration) } ?? false
    }
  }
}

extension CallRow: PlainSubject {
  func mentions(_ text: SearchText) -> Bool {
    text.isIn(call.sid) || text.isIn(call.state.rawValue) || text.isIn(call.outcome?.rawValue)
      || text.isIn(call.direction) || text.isIn(call.customField) || text.isIn(call.status)
      || text.isIn(call.campaign) || text.isIn(call.bridge)
      || text.isIn(lineLabel) || legNames.contains { text.isIn($0) }
      || legTeams.contains { text.isIn($0) } || hasNumber(text)
      || agentsOfBridge.contains { text.isIn($0.name) || text.isIn($0.team) }
  }

  func has(_ value: SearchText, in field: CallFilter.Field) -> Bool {
    switch field {
    case .state: call.state.rawValue == value.text
    case .outcome: call.outcome?.rawValue == value.text
    case .source: call.source?.rawValue == value.text
    case .anomaly: call.anomalies.all.contains { $0.rawValue == value.text }
    case .endedBy: call.endedBy?.rawValue == value.text
    case .answeredBy: call.legs.contains { $0.answeredBy?.rawValue == value.text }
    case .family: call.families.contains { $0.rawValue == value.text }
    case .sid: value.begins(call.sid)
    case .campaign: call.campaign.map(value.begins) ?? false
    case .bridge: call.bridge.map(value.begins) ?? false
    case .team:
      legTeams.contains { value.isIn($0) } || agentsOfBridge.contains { value.isIn($0.team) }
    case .agent: hasAgent(value)
    case .line: value.isIn(lineLabel) || value.isIn(call.virtualNumber)
    case .number: hasNumber(value)
    case .from: value.isIn(call.from)
    case .to: value.isIn(call.to)
    }
  }

  private func hasNumber(_ text: SearchText) -> Bool {
    text.isIn(call.from) || text.isIn(call.to) || text.isIn(call.virtualNumber)
      || call.legs.contains { text.isIn($0.number) }
      || agentsOfBridge.contains { text.isIn($0.number) }
  }

  private var agentsOfBridge: [Companion] { call.companions.filter { $0.party == .agent } }

  private func hasAgent(_ value: SearchText) -> Bool {
    call.legs.enumerated().contains { place, leg in
      guard leg.party == .agent else { return false }
      let name = legNames.indices.contains(place) ? legNames[place] : nil
      return value.isIn(name) || value.isIn(leg.number)
    } || agentsOfBridge.contains { value.isIn($0.name) || value.isIn($0.number) }
  }
}

extension Agent: PlainSubject {
  func mentions(_ text: SearchText) -> Bool {
    text.isIn(name) || text.isIn(team) || text.isIn(activity.rawValue) || text.isIn(activity.word)
      || text.isIn(status.rawValue) || text.isIn(number) || text.isIn(with) || text.isIn(line)
      || calls.contains { text.isIn($0) }
  }

  func has(_ value: SearchText, in field: CallFilter.Field) -> Bool {
    switch field {
    case .state: [activity.rawValue, activity.word, status.rawValue].contains(value.text)
    case .agent: value.isIn(name) || value.isIn(number)
    case .team: value.isIn(team)
    case .line: value.isIn(line)
    case .number: value.isIn(number) || value.isIn(with)
    case .sid: calls.contains { value.begins($0) }
    case .outcome, .source, .anomaly, .from, .to, .endedBy, .answeredBy, .family, .campaign,
      .bridge:
      false
    }
  }
}

extension SearchText {
  fileprivate func isIn(_ other: String?) -> Bool {
    guard let other else { return false }
    guard folded.utf8.allSatisfy({ $0 < 0x80 }) else {
      return Array(other.lowercased()).contains(Array(folded))
    }
    let bytes = other.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return bytes.contains(Array(folded.utf8))
  }

  fileprivate func begins(_ other: String) -> Bool { other.lowercased().hasPrefix(folded) }

  fileprivate func isIn(_ number: PhoneNumber?) -> Bool {
    guard let number else { return false }
    guard !digits.isEmpty else { return isIn(number.text) }
    if hasPlus { return number.key.utf8.starts(with: [UInt8(ascii: "+")] + digits) }
    let significant = Array(digits.drop { $0 == UInt8(ascii: "0") })
    return !significant.isEmpty && number.key.utf8.filter(\.isDigit).contains(significant)
      || number.text.utf8.filter(\.isDigit).contains(digits)
  }
}
