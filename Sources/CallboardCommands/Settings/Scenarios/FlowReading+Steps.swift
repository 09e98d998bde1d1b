import CallSimulator
import Yams

/// Reads the steps of a flow, and who and what is meant in them.
extension FlowReading {
  mutating func step(_ node: Node) -> Flow.Step? {
    if node.string == "hang-up" { return .hangUp }
    if node.string == "ask" { return .ask(Flow.Asking()) }
    let words =
      "a step is one of wait: 4s, ask, bot: {…}, dial: {…}, voicemail: 20s, hang-up"
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
    case "ask": return .ask(asking(value))
    case "bot": return .bot(bot(value))
    default:
      yaml.blame(key, words)
      return nil
    }
  }

  private mutating func asking(_ node: Node) -> Flow.Asking {
    var asking = Flow.Asking()
    for (name, _, value) in yaml.pairs(node, of: "ask", allowed: ["digits", "passthru"]) {
      if name == "digits" {
        asking.digits = yaml.text(value, of: name)
      } else {
        asking.isPassthru = yaml.value(value, name, .flag) ?? false
      }
    }
    return asking
  }

  /// `20s`, or a mapping.
  private mutating func bot(_ node: Node) -> Flow.Bot {
    var bot = Flow.Bot()
    guard node.mapping != nil else {
      bot.talks = yaml.spread(node, "bot") ?? bot.talks
      return bot
    }
    for (name, _, value) in yaml.pairs(node, of: "bot", allowed: ["talks", "fate"]) {
      if name == "talks" {
        bot.talks = yaml.spread(value, name) ?? bot.talks
      } else {
        bot.fate = weights(value, name) ?? bot.fate
      }
    }
    return bot
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

  mutating func who(_ name: String, _ node: Node) -> Flow.Who? {
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
      if !scenario.agents.contains(where: { $0.answersTo(one) }) {
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
  mutating func weights<Choice>(_ node: Node, _ name: String) -> Weights<Choice>?
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

extension Scenario.Agent {
  /// True for their name, and for each of their addresses.
  fileprivate func answersTo(_ word: String) -> Bool {
    name == word || number == word || addresses.contains(word)
  }
}
