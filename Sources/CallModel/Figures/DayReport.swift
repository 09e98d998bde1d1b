/// The figures of a day, for all and by hour, agent and line.
package struct DayReport: Sendable {
  package struct AgentRow: Sendable {
    package var number: PhoneNumber
    package var name: String?
    package var figures = AgentFigures()
  }

  package struct LineRow: Sendable {
    package var number: PhoneNumber
    package var label: String?
    package var figures = WindowFigures()
  }

  /// Calls that came in or went out: those that stand in a figure.
  package private(set) var calls = 0
  /// Those of them that had not ended.
  package private(set) var live = 0
  package private(set) var total = WindowFigures()
  /// By the hour, 0 to 23, in which calls began.
  package private(set) var hours = [WindowFigures](repeating: WindowFigures(), count: 24)
  private var agentsByKey: [String: AgentRow] = [:]
  private var linesByKey: [String: LineRow] = [:]
  private let rules: CallRules
  private let people: People

  package init(rules: CallRules, facts: AccountFacts) {
    self.rules = rules
    people = facts.people
  }

  /// Adds a call, as it is at `now`, that began in that hour of the day, 0 to 23.
  package mutating func add(_ row: CallRow, hour: Int, now: Instant) {
    let call = row.call
    var figures = call.figures(rules)
    if let late = call.lateSince(rules), late < now { figures.late = 1 }
    if call.countedWay != nil {
      calls += 1
      live += call.isLive ? 1 : 0
    }
    total += figures
    if hours.indices.contains(hour) { hours[hour] += figures }
    if let line = call.virtualNumber {
      linesByKey[line.key, default: LineRow(number: line, label: row.lineLabel)].figures += figures
    }
    for part in AgentPart.parts(of: call, people: people) {
      guard let number = part.numbers.first else { continue }
      var agent = agentsByKey[part.person] ?? AgentRow(number: number, name: nil)
      agent.name = row.name(of: part) ?? agent.name
      agent.figures += part.figures
      agentsByKey[part.person] = agent
    }
  }

  /// Those who were offered most calls first.
  package var agents: [AgentRow] {
    agentsByKey.values.sorted {
      ($1.figures.offered, $0.number.key) < ($0.figures.offered, $1.number.key)
    }
  }

  /// Those on which most calls came first.
  package var lines: [LineRow] {
    linesByKey.values.sorted {
      ($1.figures.callers.offered, $0.number.key) < ($0.figures.callers.offered, $1.number.key)
    }
  }
}

extension CallRow {
  /// The name of an agent in this call.
  fileprivate func name(of part: AgentPart) -> String? {
    let keys = Set(part.numbers.map(\.key))
    return zip(call.legs, legNames).first { leg, name in
      name != nil && leg.party == .agent && (leg.number.map { keys.contains($0.key) } ?? false)
    }?.1
  }
}
