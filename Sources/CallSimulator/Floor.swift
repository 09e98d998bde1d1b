import CallModel

/// Who of a scenario's agents is taken when.
struct Floor: Sendable {
  private let agents: [Scenario.Agent]
  private let everyone: [Int]
  /// The places of the agents of each team, and of each name and number.
  private var teams: [String: [Int]] = [:]
  private var named: [String: Int] = [:]
  private var taken: [[ClosedRange<Duration>]]

  init(_ agents: [Scenario.Agent]) {
    self.agents = agents
    everyone = Array(agents.indices)
    taken = Array(repeating: [], count: agents.count)
    for (place, agent) in agents.enumerated() {
      if let team = agent.team { teams[team, default: []].append(place) }
      for name in [agent.name, agent.number].compactMap({ $0 }) + agent.addresses {
        named[name] = place
      }
    }
  }

  /// What happened to an agent, and when it began and ended.
  typealias Spent<Timeline> = (timeline: Timeline, span: ClosedRange<Duration>)

  /// One of those who are meant, who is free for what would happen to them, and is taken for it then:
  /// rather one who has not been tried. Of a list it is the `number`-th. Nil where nobody is free.
  mutating func take<Timeline>(
    _ who: Flow.Who, number: Int = 0, tried: [String] = [], _ random: inout SeededGenerator,
    timeline: (Scenario.Agent, inout SeededGenerator) -> Spent<Timeline>
  ) -> (agent: Scenario.Agent, timeline: Timeline)? {
    let candidates = candidates(who, number, &random)
    let others = candidates.filter { tried.contains(agents[$0].number) }
    for place in candidates.filter({ !tried.contains(agents[$0].number) }) + others {
      let spent = timeline(agents[place], &random)
      guard !taken[place].contains(where: { $0.overlaps(spent.span) }) else { continue }
      taken[place].removeAll { $0.upperBound < spent.span.lowerBound - .seconds(3_600) }
      taken[place].append(spent.span)
      return (agents[place], spent.timeline)
    }
    return nil
  }

  /// The same of one who rings beside another one. They may be one person, who has two devices.
  mutating func take(
    _ who: Flow.Who, number: Int, beside first: Scenario.Agent, for span: ClosedRange<Duration>,
    _ random: inout SeededGenerator
  ) -> Scenario.Agent? {
    if case .agents(let names) = who, let place = named[names[number % names.count]],
      agents[place] == first
    {
      return number < names.count ? first : nil
    }
    return take(who, number: number, &random) { _, _ in ((), span) }?.agent
  }

  /// In the order in which they are asked. Of a large floor some, as most are free.
  private func candidates(
    _ who: Flow.Who, _ number: Int, _ random: inout SeededGenerator
  ) -> [Int] {
    let meant: [Int]
    switch who {
    case .anyone: meant = everyone
    case .team(let team): meant = teams[team] ?? []
    case .agents(let names):
      guard !names.isEmpty else { return [] }
      return named[names[number % names.count]].map { [$0] } ?? []
    }
    guard meant.count > 64 else { return meant.shuffled(using: &random) }
    return (0..<64).map { _ in meant[Int.random(in: meant.indices, using: &random)] }
  }
}
