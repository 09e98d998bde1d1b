import CallModel
import Yams

/// A roster as it is written: the agents with number, further addresses, name and team, the ExoPhones
/// with their labels, and the addresses that several people have.
///
/// ```yaml
/// agents:
///   - number: "+919880000001"
///     name: Asha Rao
///     team: Sales
///     addresses: ["sip:asha9f2", asha@example.com]
/// lines:
///   - number: "08044556601"
///     label: Sales
///     sid: 4b9d1c
///     queue: 180
/// shared: [sales@example.com]
/// queue: 2m
/// ```
struct RosterFile: Sendable {
  /// An agent, with the number and the addresses as they are written.
  struct Agent: Hashable, Sendable {
    var number: String
    var name: String?
    var team: String?
    var addresses: [String] = []
  }

  /// An ExoPhone, with the number as it is written.
  struct Line: Hashable, Sendable {
    var number: String
    var label: String
    /// The provider's id.
    var sid: String?
    /// How long a caller may wait in the provider's queue.
    var queue: TimeSpan?
  }

  /// A number or an address, and where it stands.
  private struct Mention {
    var text: String
    var mark: Mark?
  }

  private(set) var agents: [Agent] = []
  private(set) var lines: [Line] = []
  private(set) var shared: [String] = []
  /// Of all lines that say nothing of their own.
  private(set) var queue: TimeSpan?
  /// All numbers and addresses of agents and lines, in their order.
  private var mentions: [Mention] = []

  static func read(_ text: String) throws(YAMLFaults) -> RosterFile {
    guard let root = try YAMLReading.root(text) else { return RosterFile() }
    var yaml = YAMLReading()
    let file = RosterFile(root, &yaml)
    try yaml.finish()
    return file
  }

  private init() {}

  /// Reads a node; faults are left with the reading.
  init(_ root: Node, _ yaml: inout YAMLReading) {
    self.init(
      yaml.pairs(root, of: "the roster", allowed: Self.keys).map { ($0.name, $0.value) }, &yaml)
  }

  /// What a roster may have.
  static let keys = ["agents", "lines", "shared", "queue"]

  /// Reads the values of some of the keys.
  init(_ parts: [(name: String, value: Node)], _ yaml: inout YAMLReading) {
    for (name, value) in parts {
      switch name {
      case "agents":
        for entry in yaml.entries(value, of: name) { addAgent(entry, &yaml) }
      case "lines":
        for entry in yaml.entries(value, of: name) { addLine(entry, &yaml) }
      case "shared":
        shared = yaml.entries(value, of: name).compactMap { yaml.text($0, of: "an address") }
      default: queue = yaml.value(value, name, .queue)
      }
    }
  }

  private mutating func addAgent(_ entry: Node, _ yaml: inout YAMLReading) {
    var agent = Agent(number: "")
    let allowed = ["number", "name", "team", "addresses"]
    for (name, _, value) in yaml.pairs(entry, of: "an agent", allowed: allowed) {
      switch name {
      case "name": agent.name = yaml.text(value, of: name)
      case "team": agent.team = yaml.text(value, of: name)
      case "addresses":
        agent.addresses = yaml.entries(value, of: name).compactMap { node in
          yaml.text(node, of: "an address").map { noted($0, at: node) }
        }
      default: agent.number = yaml.text(value, of: name).map { noted($0, at: value) } ?? ""
      }
    }
    guard entry.mapping != nil else { return }
    guard !agent.number.isEmpty else { return yaml.blame(entry, "an agent needs a number") }
    agents.append(agent)
  }

  private mutating func addLine(_ entry: Node, _ yaml: inout YAMLReading) {
    var line = Line(number: "", label: "")
    let allowed = ["number", "label", "sid", "queue"]
    for (name, _, value) in yaml.pairs(entry, of: "a line", allowed: allowed) {
      switch name {
      case "label": line.label = yaml.text(value, of: name) ?? ""
      case "sid": line.sid = yaml.text(value, of: name).map { noted($0, at: value) }
      case "queue": line.queue = yaml.value(value, name, .queue)
      default: line.number = yaml.text(value, of: name).map { noted($0, at: value) } ?? ""
      }
    }
    guard entry.mapping != nil else { return }
    guard !line.number.isEmpty else { return yaml.blame(entry, "a line needs a number") }
    guard !line.label.isEmpty else { return yaml.blame(entry, "a line needs a label") }
    lines.append(line)
  }

  private mutating func noted(_ text: String, at node: Node) -> String {
    mentions.append(Mention(text: text, mark: node.mark))
    return text
  }

  /// With its numbers read by the rules of a country.
  ///
  /// - Throws: what is there twice, in whatever spelling, with both places.
  func roster(country: Country) throws(YAMLFaults) -> Roster {
    var places: [String: Mention] = [:]
    var faults: [YAMLFaults.Fault] = []
    for mention in mentions {
      let key = PhoneNumber(mention.text, country: country).key
      guard let first = places[key] else {
        places[key] = mention
        continue
      }
      let place = first.mark.map { "line \($0.line), column \($0.column)" } ?? "another place"
      faults.append(.init(mark: mention.mark, words: "\(mention.text) is in \(place) already"))
    }
    guard faults.isEmpty else { throw YAMLFaults(faults) }
    return readRoster(country: country)
  }

  private func readRoster(country: Country) -> Roster {
    func number(_ text: String) -> PhoneNumber { PhoneNumber(text, country: country) }
    return Roster(
      agents: agents.map {
        .init(
          number: number($0.number), name: $0.name, team: $0.team,
          addresses: $0.addresses.map(number))
      },
      lines: lines.map {
        .init(
          number: number($0.number), label: $0.label, sid: $0.sid, queue: $0.queue?.duration)
      }, shared: shared.map(number), queue: queue?.duration)
  }
}
