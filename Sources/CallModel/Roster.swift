/// Who the agents are and what the ExoPhones are called, as the people of the floor wrote it down.
package struct Roster: Sendable, Hashable {
  package struct Entry: Sendable, Hashable {
    package var number: PhoneNumber
    package var name: String?
    package var team: String?

    package init(number: PhoneNumber, name: String? = nil, team: String? = nil) {
      self.number = number
      self.name = name
      self.team = team
    }
  }

  /// An ExoPhone.
  package struct Line: Sendable, Hashable {
    package var number: PhoneNumber
    package var label: String
  }

  /// In the order of the file.
  package private(set) var agents: [Entry]
  /// In the order of the file.
  package private(set) var lines: [Line]
  private var agentsByKey: [String: Int]
  private var labelsByKey: [String: String]

  /// `lines` are ExoPhones with their labels. Of two entries for one number the first counts.
  package init(agents: [Entry] = [], lines: [(number: PhoneNumber, label: String)] = []) {
    self.agents = agents
    self.lines = lines.map { Line(number: $0.number, label: $0.label) }
    agentsByKey = Dictionary(
      agents.enumerated().map { ($1.number.key, $0) }, uniquingKeysWith: { first, _ in first })
    labelsByKey = Dictionary(
      lines.map { ($0.number.key, $0.label) }, uniquingKeysWith: { first, _ in first })
  }

  package func agent(_ number: PhoneNumber) -> Entry? {
    agentsByKey[number.key].map { agents[$0] }
  }

  /// The labels of all ExoPhones, each once.
  var labels: Set<String> { Set(labelsByKey.values) }

  /// The label of an ExoPhone.
  package func label(_ line: PhoneNumber) -> String? { labelsByKey[line.key] }
}
