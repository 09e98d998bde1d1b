extension CallFilter {
  /// What a filter is typed for. What means nothing there is refused rather than found nowhere.
  package enum Subject: Hashable, Sendable, CaseIterable {
    case calls, agents, callbacks

    /// As a person reads it.
    var name: String {
      switch self {
      case .calls: "calls"
      case .agents: "agents"
      case .callbacks: "callbacks"
      }
    }

    /// The keys that look at something of theirs.
    package var fields: [Field] {
      switch self {
      case .calls: Field.allCases
      case .agents: [.state, .agent, .team, .line, .sid, .number]
      case .callbacks: [.state, .agent, .sid, .number, .anomaly]
      }
    }

    /// The lengths of time that they have.
    package var measures: [Measure] {
      switch self {
      case .calls: Measure.allCases
      case .agents: [.ring, .talk, .timeInState]
      case .callbacks: [.timeInState]
      }
    }

    /// What `state:` may be of them; nil where any text will do, as the events of callbacks have words of
    /// the provider in them.
    private var states: [String]? {
      switch self {
      case .calls: Call.words
      case .agents: Agent.words
      case .callbacks: nil
      }
    }

    /// The only values that a key can have; nil where any text will do.
    package func values(of field: Field) -> [String]? {
      field == .state ? states : field.values
    }

    /// True for a value that a key can have: one of its values, or a live word with the question mark
    /// with which the board shows it of a call that is uncertain.
    func allows(_ value: String, of field: Field) -> Bool {
      guard let values = values(of: field) else { return true }
      if values.contains(value) { return true }
      guard self == .calls, field == .state, value.hasSuffix("?") else { return false }
      let word = String(value.dropLast())
      return word != Call.State.ended.rawValue && values.contains(word)
    }
  }
}
