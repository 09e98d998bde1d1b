import CallModel
import Yams

/// A roster as it is written: the agents with number, name and team, and the ExoPhones with their
/// labels.
///
/// ```yaml
/// agents:
///   - number: "+919880000001"
///     name: Asha Rao
///     team: Sales
/// lines:
///   - number: "08044556601"
///     label: Sales
/// ```
struct RosterFile: Hashable, Sendable {
  /// An agent, with the number as it is written.
  struct Agent: Hashable, Sendable {
    var number: String
    var name: String?
    var team: String?
  }

  /// An ExoPhone, with the number as it is written.
  struct Line: Hashable, Sendable {
    var number: String
    var label: String
  }

  private(set) var agents: [Agent] = []
  private(set) var lines: [Line] = []

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
  static let keys = ["agents", "lines"]

  /// Reads the values of some of the keys.
  init(_ parts: [(name: String, value: Node)], _ yaml: inout YAMLReading) {
    for (name, value) in parts {
      for entry in yaml.entries(value, of: name) {
        if name == "agents" { addAgent(entry, &yaml) } else { addLine(entry, &yaml) }
      }
    }
  }

  private mutating func addAgent(_ entry: Node, _ yaml: inout YAMLReading) {
    let fields = yaml.texts(entry, of: "an agent", allowed: ["number", "name", "team"])
    guard let number = fields["number"] else { return yaml.blame(entry, "an agent needs a number") }
    agents.append(Agent(number: number, name: fields["name"], team: fields["team"]))
  }

  private mutating func addLine(_ entry: Node, _ yaml: inout YAMLReading) {
    let fields = yaml.texts(entry, of: "a line", allowed: ["number", "label"])
    guard let number = fields["number"] else { return yaml.blame(entry, "a line needs a number") }
    guard let label = fields["label"] else { return yaml.blame(entry, "a line needs a label") }
    lines.append(Line(number: number, label: label))
  }

  /// With its numbers read by the rules of a country.
  func roster(country: Country) -> Roster {
    Roster(
      agents: agents.map {
        .init(number: PhoneNumber($0.number, country: country), name: $0.name, team: $0.team)
      },
      lines: lines.map { (PhoneNumber($0.number, country: country), $0.label) })
  }
}
