extension CallFilter {
  /// True for a call that is wanted; `now` is for what still goes on.
  package func matches(_ row: CallRow, now: Instant) -> Bool {
    switch self {
    case .all(let parts): parts.allSatisfy { $0.matches(row, now: now) }
    case .either(let parts): parts.contains { $0.matches(row, now: now) }
    case .not(let part): !part.matches(row, now: now)
    case .words(let text): row.mentions(text)
    case .field(let field, let value): row.has(value, in: field)
    case .measure(let measure, let comparison, let duration):
      row.call.length(of: measure, now: now).map { comparison.holds($0, duration) } ?? false
    }
  }
}

extension CallFilter.Comparison {
  fileprivate func holds(_ left: Duration, _ right: Duration) -> Bool {
    switch self {
    case .atLeast: left >= right
    case .atMost: left <= right
    case .more: left > right
    case .less: left < right
    // Lengths are shown in whole seconds.
    case .exactly: left.components.seconds == right.components.seconds
    }
  }
}

extension Call {
  fileprivate func length(of measure: CallFilter.Measure, now: Instant) -> Duration? {
    switch measure {
    case .ring: state == .ringing ? now - clock : ring
    case .talk: state == .talking ? now - clock : talk
    case .wait: state == .waiting ? now - clock : wait
    case .standing: now - since
    }
  }

  fileprivate var numbers: [PhoneNumber] {
    ([from, to, virtualNumber] + legs.map(\.number)).compactMap { $0 }
  }
}

extension CallRow {
  fileprivate func mentions(_ text: String) -> Bool {
    let texts = [
      call.sid, call.state.rawValue, call.outcome?.rawValue, call.direction, call.customField,
      call.status, lineLabel,
    ]
    return texts.contains { $0?.containsIgnoringCase(text) ?? false }
      || (legNames + legTeams).contains { $0?.containsIgnoringCase(text) ?? false }
      || call.numbers.contains { $0.matches(text) }
  }

  fileprivate func has(_ value: String, in field: CallFilter.Field) -> Bool {
    switch field {
    case .state: call.state.rawValue == value
    case .outcome: call.outcome?.rawValue == value
    case .source: call.source.rawValue == value
    case .anomaly: call.anomalies.all.contains { $0.rawValue == value }
    case .sid: call.sid.lowercased().hasPrefix(value.lowercased())
    case .team: legTeams.contains { $0?.containsIgnoringCase(value) ?? false }
    case .agent: hasAgent(value)
    case .line:
      lineLabel?.containsIgnoringCase(value) ?? false
        || call.virtualNumber?.matches(value) ?? false
    case .number: call.numbers.contains { $0.matches(value) }
    case .from: call.from?.matches(value) ?? false
    case .to: call.to?.matches(value) ?? false
    }
  }

  private func hasAgent(_ value: String) -> Bool {
    call.legs.enumerated().contains { place, leg in
      guard leg.party == .agent else { return false }
      let name = legNames.indices.contains(place) ? legNames[place] : nil
      return name?.containsIgnoringCase(value) ?? false || leg.number?.matches(value) ?? false
    }
  }
}

extension PhoneNumber {
  /// True where the text is a part of the number, however the two are spelled; with its `+`, the
  /// beginning of it.
  fileprivate func matches(_ part: String) -> Bool {
    guard let digits = Self.digits(of: part) else { return text.containsIgnoringCase(part) }
    if part.hasPrefix("+") { return key.hasPrefix("+" + digits) }
    // What is dialed before a number (0, 00) is no part of its international form.
    let significant = String(digits.drop { $0 == "0" })
    return !significant.isEmpty && key.digits.contains(significant) || text.digits.contains(digits)
  }

  /// Nil for a text with anything but digits and what stands between them.
  private static func digits(of text: String) -> String? {
    guard text.utf8.allSatisfy({ $0 < 0x80 }),
      text.allSatisfy({ $0.isNumber || "+-. ()".contains($0) })
    else { return nil }
    let digits = text.digits
    return digits.isEmpty ? nil : digits
  }
}

extension String {
  fileprivate var digits: String { filter { $0.isASCII && $0.isNumber } }

  fileprivate func containsIgnoringCase(_ part: String) -> Bool {
    lowercased().contains(part.lowercased())
  }
}
