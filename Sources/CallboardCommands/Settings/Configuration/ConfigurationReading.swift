import Yams

/// Reads the text of a configuration file.
struct ConfigurationReading {
  /// What paths in the file are understood from.
  struct Surroundings: Sendable {
    /// The file itself: relative paths begin in its folder.
    var file: String
    /// What a leading `~/` stands for.
    var home: String?
    /// The text of another file; nil where it cannot be read.
    var text: @Sendable (String) -> String?

    /// A path as it is written, from where it is.
    func path(_ text: String) -> String {
      if text.hasPrefix("~/"), let home { return home + text.dropFirst() }
      guard !text.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return text }
      return file[...slash] + text
    }
  }

  let surroundings: Surroundings
  var configuration = Configuration()
  var yaml = YAMLReading()

  /// - Throws: all that is wrong with it.
  static func read(
    _ text: String, _ surroundings: Surroundings
  ) throws(YAMLFaults) -> Configuration {
    var reading = ConfigurationReading(surroundings: surroundings)
    reading.configuration.file = surroundings.file
    if let root = try YAMLReading.root(text) { reading.read(root) }
    try reading.yaml.finish()
    return reading.configuration
  }

  private mutating func read(_ root: Node) {
    let known = ConfigurationKey.allCases.map(\.rawValue) + RosterFile.keys
    var nodes: [(key: ConfigurationKey, node: Node)] = []
    var roster: [(name: String, key: Node, value: Node)] = []
    for pair in yaml.pairs(root, of: "the configuration", allowed: known) {
      guard let key = ConfigurationKey(rawValue: pair.name) else {
        roster.append(pair)
        continue
      }
      configuration.lines[pair.name] = pair.key.mark?.line
      nodes.append((key, pair.value))
    }
    // Own themes are known before one is chosen.
    for (key, node) in nodes where key == .themes { read(key, node) }
    for (key, node) in nodes where key != .themes { read(key, node) }
    readRoster(roster)
  }

  private mutating func read(_ key: ConfigurationKey, _ node: Node) {
    let name = key.rawValue
    switch key {
    case .port: configuration.port = value(node, name, .port)
    case .bind: configuration.bind = yaml.text(node, of: name)
    case .host: readHosts(node)
    case .key: configuration.key = yaml.text(node, of: name)
    case .token: configuration.token = yaml.text(node, of: name)
    case .forward: readForward(node)
    case .connectionsPerAddress:
      configuration.connectionsPerAddress = value(node, name, .connections)
    case .maxBody: configuration.maxBody = value(node, name, .body)
    case .zone: configuration.zone = value(node, name, .zone)?.name
    case .country: configuration.country = value(node, name, .country)?.rawValue
    case .roster: readRoster(node)
    case .missedAfter: configuration.missedAfter = value(node, name, .silence)
    case .uncertainAfter: configuration.uncertainAfter = value(node, name, .silence)
    case .staleAfter: configuration.staleAfter = value(node, name, .silence)
    case .talkLimit: configuration.talkLimit = value(node, name, .silence)
    case .heartbeatAfter: configuration.heartbeatAfter = value(node, name, .heartbeatAfter)
    case .shortAbandon: configuration.shortAbandon = value(node, name, .shortTime)
    case .dayStart: configuration.dayStart = value(node, name, .timeOfDay)
    case .serviceLevel: configuration.serviceLevel = value(node, name, .time)
    case .data: configuration.data = yaml.text(node, of: name).map(surroundings.path)
    case .durability: configuration.durability = value(node, name, .durability)
    case .window: configuration.window = value(node, name, .time)
    case .keep: configuration.keep = value(node, name, .time)
    case .keepSize: configuration.keepSize = value(node, name, .size)
    case .ephemeral: configuration.ephemeral = value(node, name, .flag)
    case .ascii: configuration.ascii = value(node, name, .flag)
    case .theme: readTheme(node)
    case .themes: readThemes(node)
    case .bell: configuration.bell = value(node, name, .notice)
    case .notify: configuration.notify = value(node, name, .notice)
    case .thresholds: readThresholds(node)
    case .serviceLevelFloor: readServiceLevelFloor(node)
    case .columns: readColumns(node)
    case .order: readOrder(node)
    case .keys: readKeys(node)
    }
  }

  /// A single value; nil, and a fault, for one that the rule does not allow.
  mutating func value<Value>(_ node: Node, _ name: String, _ rule: ValueRule<Value>) -> Value? {
    yaml.value(node, name, rule)
  }

  private mutating func readForward(_ node: Node) {
    if value(node, "forward", .target) != nil { configuration.forward = node.string }
  }

  private mutating func readTheme(_ node: Node) {
    let own = configuration.themes.mapValues(\.theme)
    if value(node, "theme", .theme(own: own)) != nil { configuration.theme = node.string }
  }

  /// One name, or a list of them.
  private mutating func readHosts(_ node: Node) {
    let nodes = node.sequence == nil ? [node] : yaml.entries(node, of: "host")
    configuration.host = nodes.compactMap { value($0, "host", .hostName) }
  }

  /// One whose agents and lines stand at the top of the file.
  private mutating func readRoster(_ parts: [(name: String, key: Node, value: Node)]) {
    guard let first = parts.first else { return }
    guard configuration.lines["roster"] == nil else {
      return yaml.blame(
        first.key, "'\(first.name)' stands beside 'roster'; the roster is told in one place")
    }
    configuration.lines["roster"] = first.key.mark?.line
    configuration.roster = ConfiguredRoster(
      content: RosterFile(parts.map { ($0.name, $0.value) }, &yaml))
  }

  private mutating func readRoster(_ node: Node) {
    guard node.mapping == nil else {
      configuration.roster = ConfiguredRoster(content: RosterFile(node, &yaml))
      return
    }
    guard let text = yaml.text(node, of: "roster") else { return }
    let path = surroundings.path(text)
    guard let content = surroundings.text(path) else {
      return yaml.blame(node, "roster \(path) cannot be read: is it there, and UTF-8 text?")
    }
    do throws(YAMLFaults) {
      configuration.roster = ConfiguredRoster(path: path, content: try RosterFile.read(content))
    } catch {
      for fault in error.all { yaml.blame(node, "roster \(path): \(fault)") }
    }
  }
}
