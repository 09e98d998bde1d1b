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
    var flow = Flow(kind: .inbound([]))
    var hasCourse = false
    let allowed = ["name", "weight", "line", "told-by", "steps", "outbound"]
    var tellers: [Flow.Teller]?
    for (name, _, value) in yaml.pairs(node, of: "a flow", allowed: allowed) {
      switch name {
      case "name": flow.name = yaml.text(value, of: name)
      case "weight": flow.weight = yaml.value(value, name, .count(1...1_000_000))
      case "line": flow.line = line(value)
      case "told-by": tellers = self.tellers(value)
      default:
        if hasCourse { yaml.blame(value, "a flow has either steps or outbound") }
        hasCourse = true
        flow.kind =
          name == "outbound"
          ? .outbound(outbound(value))
          : .inbound(yaml.entries(value, of: name).compactMap { step($0) })
      }
    }
    guard hasCourse else {
      if node.mapping != nil { yaml.blame(node, "a flow needs steps, or outbound") }
      return nil
    }
    setTellers(tellers, of: &flow, node)
    return flow
  }

  /// One word, or a list of them.
  private mutating func tellers(_ node: Node) -> [Flow.Teller] {
    let entries = node.sequence == nil ? [node] : yaml.entries(node, of: "told-by")
    return entries.compactMap { yaml.value($0, "told-by", ValueRule<Flow.Teller>.word) }
  }

  private mutating func setTellers(_ tellers: [Flow.Teller]?, of flow: inout Flow, _ node: Node) {
    flow.tellers = [flow.kind.usualTeller]
    guard let tellers, !tellers.isEmpty else { return }
    flow.tellers = Set(tellers)
    if flow.tellers.count > 1, let alone = flow.tellers.first(where: \.isAlone) {
      yaml.blame(node, "what is told by \(alone.rawValue) is told by nothing else")
    }
    guard case .outbound = flow.kind else {
      if flow.tellers.contains(.campaign) { yaml.blame(node, "a campaign tells of outbound alone") }
      return
    }
    if flow.tellers.count > 1 || !flow.tellers.allSatisfy({ $0.tells(goingOut: true) }) {
      yaml.blame(
        node, "outbound is told by one of status-callback, softphone, contact-centre, leg, campaign"
      )
    }
  }

  private mutating func line(_ node: Node) -> String? {
    guard let name = yaml.text(node, of: "line") else { return nil }
    if !scenario.lines.contains(where: { $0.label == name || $0.number == name }) {
      yaml.blame(node, "line '\(name)' is none of the scenario's lines")
    }
    return name
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
}
