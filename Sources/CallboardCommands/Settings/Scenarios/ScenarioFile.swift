import CallSimulator
import Yams

/// A scenario as it is written in YAML; Assets/Guide/Testers.md has its keys.
struct ScenarioFile {
  private var scenario: Scenario
  private var yaml = YAMLReading()
  private var answers = TimeSpread.around(mean: 8, 2...28)
  private var talks = TimeSpread.around(mean: 75, 8...360)

  private static let keys = [
    "summary", "account", "answers", "talks", "agents", "lines", "arrivals", "calls", "flows",
  ]

  /// - Throws: all that is wrong with it, by line and column.
  static func read(_ text: String, name: String) throws(YAMLFaults) -> Scenario {
    guard let root = try YAMLReading.root(text) else {
      throw YAMLFaults([.init(words: "it is empty; a scenario has agents, lines and flows")])
    }
    var file = ScenarioFile(scenario: Scenario(name: name))
    file.read(root)
    try file.yaml.finish()
    return file.scenario
  }

  private init(scenario: Scenario) { self.scenario = scenario }

  private mutating func read(_ root: Node) {
    let pairs = yaml.pairs(root, of: "the scenario", allowed: Self.keys)
    guard root.mapping != nil else { return }
    // Agents take these; flows name agents and lines.
    for (name, _, node) in pairs where name == "answers" { answers = spread(node, name) ?? answers }
    for (name, _, node) in pairs where name == "talks" { talks = spread(node, name) ?? talks }
    for (name, _, node) in pairs where name != "flows" { read(name, node) }
    for name in ["agents", "lines", "flows"] where !pairs.contains(where: { $0.name == name }) {
      yaml.blame(root, "a scenario needs \(name)")
    }
    for (name, _, node) in pairs where name == "flows" {
      var flows = FlowReading(scenario: scenario, yaml: yaml)
      scenario.flows = flows.read(node)
      yaml = flows.yaml
    }
  }

  private mutating func read(_ name: String, _ node: Node) {
    switch name {
    case "summary": scenario.summary = yaml.text(node, of: name) ?? ""
    case "account": readAccount(node)
    case "agents": for entry in yaml.entries(node, of: name) { readAgent(entry) }
    case "lines": for entry in yaml.entries(node, of: name) { readLine(entry) }
    case "arrivals": readArrivals(node)
    case "calls": scenario.calls = yaml.value(node, name, .count(1...1_000_000_000))
    default: break
    }
  }

  private mutating func spread(_ node: Node, _ name: String) -> TimeSpread? {
    yaml.spread(node, name)
  }

  private mutating func readAccount(_ node: Node) {
    let allowed = [
      "ringing", "answered", "event-type", "call-type", "after-call", "subscribed", "encoding",
    ]
    for (name, _, value) in yaml.pairs(node, of: "the account", allowed: allowed) {
      if name == "encoding" {
        scenario.account.encoding = yaml.value(value, name, .word) ?? .multipart
        continue
      }
      guard let flag = yaml.value(value, name, .flag) else { continue }
      switch name {
      case "ringing": scenario.account.tellsRinging = flag
      case "answered": scenario.account.tellsAnswered = flag
      case "event-type": scenario.account.namesEvents = flag
      case "call-type": scenario.account.namesCallTypes = flag
      case "after-call": scenario.account.tellsAfterCall = flag
      default: scenario.account.subscribes = flag
      }
    }
  }

  private mutating func readAgent(_ node: Node) {
    var agent = Scenario.Agent(name: nil, number: "", team: nil, answers: answers, talks: talks)
    var count = 1
    let allowed = [
      "name", "number", "team", "softphone", "email", "user-id", "answers", "talks", "count",
    ]
    for (name, _, value) in yaml.pairs(node, of: "an agent", allowed: allowed) {
      switch name {
      case "name": agent.name = yaml.text(value, of: name)
      case "number": agent.number = yaml.text(value, of: name) ?? ""
      case "team": agent.team = yaml.text(value, of: name)
      case "softphone": agent.softphone = yaml.text(value, of: name)
      case "email": agent.email = yaml.text(value, of: name)
      case "user-id": agent.userID = yaml.text(value, of: name)
      case "answers": agent.answers = spread(value, name) ?? agent.answers
      case "talks": agent.talks = spread(value, name) ?? agent.talks
      default: count = yaml.value(value, name, .count(1...100_000)) ?? 1
      }
    }
    guard !agent.number.isEmpty else { return yaml.blame(node, "an agent needs a number") }
    guard count > 1 else { return scenario.agents.append(agent) }
    guard agent.addresses.isEmpty else {
      return yaml.blame(node, "with a count an agent has a number and no other address")
    }
    addCrowd(of: count, like: agent, node)
  }

  /// As many with the numbers that follow.
  private mutating func addCrowd(of count: Int, like agent: Scenario.Agent, _ node: Node) {
    let digits = agent.number.drop { !("1"..."9").contains($0) }
    let prefix = agent.number.dropLast(digits.count)
    guard let first = Int(digits), digits.count <= 15 else {
      return yaml.blame(node, "with a count the number must end with digits alone")
    }
    for place in 0..<count {
      var one = agent
      one.number = prefix + String(first + place)
      one.name = agent.name.map { "\($0) \(place + 1)" }
      scenario.agents.append(one)
    }
  }

  private mutating func readLine(_ node: Node) {
    let fields = yaml.texts(node, of: "a line", allowed: ["number", "label"])
    guard let number = fields["number"] else { return yaml.blame(node, "a line needs a number") }
    scenario.lines.append(.init(number: number, label: fields["label"]))
  }

  private mutating func readArrivals(_ node: Node) {
    for (name, _, value) in yaml.pairs(
      node, of: "the arrivals", allowed: ["per-minute", "curve"])
    {
      if name == "per-minute" {
        scenario.arrivals.perMinute = yaml.value(value, name, .figure(0.001...1_000_000)) ?? 6
      } else {
        readCurve(value)
      }
    }
  }

  private mutating func readCurve(_ node: Node) {
    guard let mapping = node.mapping else {
      return yaml.blame(node, "'curve' must be a mapping of times to factors, as {0m: 0.5, 1h: 2}")
    }
    var last = -1
    for (key, value) in mapping {
      let time = key.string == "0m" ? 0 : yaml.value(key, "curve", .seconds)
      guard let time, let factor = yaml.value(value, "curve", .figure(0...1_000)) else { continue }
      guard time > last else {
        yaml.blame(key, "the times of 'curve' must rise")
        continue
      }
      last = time
      scenario.arrivals.curve.append(.init(.seconds(time), factor))
    }
  }
}

extension YAMLReading {
  /// `8s`, `2s..28s`, or a mapping of mean, from and to.
  mutating func spread(_ node: Node, _ name: String) -> TimeSpread? {
    guard node.mapping != nil else { return value(node, name, .spread) }
    var times: [String: Int] = [:]
    for (part, _, value) in pairs(node, of: "'\(name)'", allowed: ["mean", "from", "to"]) {
      times[part] = self.value(value, part, .seconds)
    }
    guard let mean = times["mean"], let from = times["from"], let to = times["to"], from <= to
    else {
      blame(node, "'\(name)' needs mean, from and to, as {mean: 75s, from: 8s, to: 6m}")
      return nil
    }
    return .around(mean: mean, from...to)
  }
}
