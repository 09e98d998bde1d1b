import CallSimulator
import Yams

/// Reads the flows of a scenario whose agents and lines are known.
struct FlowReading {
  let scenario: Scenario
  var yaml: YAMLReading

  mutating func read(_ node: Node) -> [Flow] {
    let flows = yaml.entries(node, of: "flows")
    if node.sequence?.isEmpty == true { yaml.blame(node, "a scenario needs a flow") }
    return flows.compactMap { flow($0) }
  }

  private mutating func flow(_ node: Node) -> Flow? {
    var flow = Flow(course: .inbound([]))
    var hasCourse = false
    let allowed = ["name", "weight", "line", "steps", "outbound"]
    for (name, _, value) in yaml.pairs(node, of: "a flow", allowed: allowed) {
      switch name {
      case "name": flow.name = yaml.text(value, of: name)
      case "weight": flow.weight = yaml.value(value, name, .count(1...1_000_000))
      case "line": flow.line = line(value)
      default:
        if hasCourse { yaml.blame(value, "a flow has either steps or outbound") }
        hasCourse = true
        flow.course =
          name == "outbound"
          ? .outbound(outbound(value))
          : .inbound(yaml.entries(value, of: name).compactMap { step($0) })
      }
    }
    guard hasCourse else {
      if node.mapping != nil { yaml.blame(node, "a flow needs steps, or outbound") }
      return nil
    }
    return flow
  }

  private mutating func line(_ node: Node) -> String? {
    guard let name = yaml.text(node, of: "line") else { return nil }
    if !scenario.lines.contains(where: { $0.label == name || $0.number == name }) {
      yaml.blame(node, "line '\(name)' is none of the scenario's lines")
    }
    return name
  }

  private mutating func step(_ node: Node) -> Flow.Step? {
    if node.string == "hang-up" { return .hangUp }
    let words = "a step is one of wait: 4s, dial: {…}, voicemail: 20s, hang-up"
    guard let mapping = node.mapping, mapping.count == 1, let (key, value) = mapping.first,
      let name = key.string
    else {
      yaml.blame(node, words)
      return nil
    }
    switch name {
    case "wait": return yaml.spread(value, name).map(Flow.Step.wait)
    case "voicemail": return yaml.spread(value, name).map(Flow.Step.voicemail)
    case "dial": return .dial(dialing(value))
    default:
      yaml.blame(key, words)
      return nil
    }
  }

  private mutating func dialing(_ node: Node) -> Flow.Dialing {
    var dialing = Flow.Dialing()
    var most: Int?
    let allowed = ["agents", "team", "order", "attempts", "rings", "patience", "fates"]
    for (name, _, value) in yaml.pairs(node, of: "dial", allowed: allowed) {
      switch name {
      case "agents", "team": dialing.who = who(name, value) ?? dialing.who
      case "order": dialing.order = yaml.value(value, name, .word) ?? dialing.order
      case "attempts": most = yaml.value(value, name, .count(1...20))
      case "rings": dialing.rings = yaml.spread(value, name) ?? dialing.rings
      case "patience": dialing.patience = yaml.spread(value, name) ?? dialing.patience
      default: dialing.fates = fates(value) ?? dialing.fates
      }
    }
    if case .agents(let names) = dialing.who { dialing.most = names.count }
    dialing.most = most ?? dialing.most
    return dialing
  }

  private mutating func outbound(_ node: Node) -> Flow.Outbound {
    var outbound = Flow.Outbound()
    let allowed = ["agents", "team", "agent", "customer", "customer-answers", "rings"]
    for (name, _, value) in yaml.pairs(node, of: "outbound", allowed: allowed) {
      switch name {
      case "agents", "team": outbound.who = who(name, value) ?? outbound.who
      case "agent": outbound.agent = weights(value, name) ?? outbound.agent
      case "customer": outbound.customer = weights(value, name) ?? outbound.customer
      case "rings": outbound.rings = yaml.spread(value, name) ?? outbound.rings
      default: outbound.customerAnswers = yaml.spread(value, name) ?? outbound.customerAnswers
      }
    }
    return outbound
  }

  private mutating func who(_ name: String, _ node: Node) -> Flow.Who? {
    if name == "team" {
      guard let team = yaml.text(node, of: name) else { return nil }
      if !scenario.agents.contains(where: { $0.team == team }) {
        yaml.blame(node, "no agent of the scenario is in team '\(team)'")
      }
      return .team(team)
    }
    var names: [String] = []
    for entry in yaml.entries(node, of: name) {
      guard let one = yaml.text(entry, of: "an agent") else { continue }
      if !scenario.agents.contains(where: { $0.name == one || $0.number == one }) {
        yaml.blame(entry, "'\(one)' is none of the scenario's agents")
      }
      names.append(one)
    }
    return names.isEmpty ? nil : .agents(names)
  }

  private mutating func fates(_ node: Node) -> [Weights<Flow.Fate>]? {
    let fates: [Weights<Flow.Fate>] = yaml.entries(node, of: "fates").compactMap {
      weights($0, "a fate")
    }
    if node.sequence?.isEmpty == true {
      yaml.blame(node, "'fates' needs an entry for the first attempt")
    }
    return fates.isEmpty ? nil : fates
  }

  /// A word, or words with their weights.
  private mutating func weights<Choice>(_ node: Node, _ name: String) -> Weights<Choice>?
  where Choice: RawRepresentable & CaseIterable & Hashable & Sendable, Choice.RawValue == String {
    guard node.mapping != nil else {
      return yaml.value(node, name, ValueRule<Choice>.word).map { Weights($0) }
    }
    var shares: [Weights<Choice>.Share] = []
    let allowed = Choice.allCases.map(\.rawValue)
    for (word, _, value) in yaml.pairs(node, of: name, allowed: allowed) {
      guard let choice = Choice(rawValue: word) else { continue }
      if let weight = yaml.value(value, word, .count(0...1_000_000)), weight > 0 {
        shares.append(.init(choice, weight))
      }
    }
    guard let weights = Weights(shares) else {
      yaml.blame(node, "\(name) needs one with a weight above 0")
      return nil
    }
    return weights
  }
}
