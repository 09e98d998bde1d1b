/// Who the agents are and what the ExoPhones are called, as the people of the floor wrote it down.
package struct Roster: Sendable, Hashable {
  package struct Entry: Sendable, Hashable {
    package var number: PhoneNumber
    package var name: String?
    package var team: String?
    /// Further addresses of the same person: a softphone, a mail, a user id.
    package var addresses: [PhoneNumber]

    package init(
      number: PhoneNumber, name: String? = nil, team: String? = nil, addresses: [PhoneNumber] = []
    ) {
      self.number = number
      self.name = name
      self.team = team
      self.addresses = addresses
    }
  }

  /// An ExoPhone.
  package struct Line: Sendable, Hashable {
    package var number: PhoneNumber
    package var label: String
    /// The provider's id of it, which need not be its number.
    package var sid: String?
    /// How long a caller may wait in Exotel's own queue, of which nothing is told.
    package var queue: Duration?

    package init(number: PhoneNumber, label: String, sid: String? = nil, queue: Duration? = nil) {
      self.number = number
      self.label = label
      self.sid = sid
      self.queue = queue
    }
  }

  /// In the order of the file.
  package private(set) var agents: [Entry]
  /// In the order of the file.
  package private(set) var lines: [Line]
  /// Addresses that several people have, which join nobody.
  package private(set) var shared: [PhoneNumber]
  /// How long a caller may wait in Exotel's queue on a line that says nothing of its own.
  package private(set) var queue: Duration?
  private var agentsByKey: [String: Int] = [:]
  private var linesByKey: [String: Int] = [:]
  private var linesBySid: [String: Int] = [:]
  private var sharedKeys: Set<String>

  /// Of two entries for one number the first counts.
  package init(
    agents: [Entry] = [], lines: [Line] = [], shared: [PhoneNumber] = [], queue: Duration? = nil
  ) {
    self.agents = agents
    self.lines = lines
    self.shared = shared
    self.queue = queue
    sharedKeys = Set(shared.map(\.key))
    for (place, agent) in agents.enumerated() {
      for number in [agent.number] + agent.addresses where agentsByKey[number.key] == nil {
        agentsByKey[number.key] = place
      }
    }
    for (place, line) in lines.enumerated() {
      if linesByKey[line.number.key] == nil { linesByKey[line.number.key] = place }
      if let sid = line.sid, linesBySid[sid] == nil { linesBySid[sid] = place }
    }
  }

  /// The entry of any of a person's addresses.
  package func agent(_ number: PhoneNumber) -> Entry? { agent(key: number.key) }

  /// The entry of the person who has an address with this key.
  func agent(key: String) -> Entry? { agentsByKey[key].map { agents[$0] } }

  /// The key of the number of the person whose address it is; nil for nobody's.
  func entry(ofAddress key: String) -> String? { agentsByKey[key].map { agents[$0].number.key } }

  /// True for the key of the number of one of its people.
  func isListed(_ key: String) -> Bool { agentsByKey[key] != nil }

  func isShared(_ key: String) -> Bool { sharedKeys.contains(key) }

  /// The labels of all ExoPhones, each once.
  var labels: Set<String> { Set(lines.map(\.label)) }

  /// The label of an ExoPhone.
  package func label(_ line: PhoneNumber) -> String? { self.line(line)?.label }

  package func line(_ number: PhoneNumber) -> Line? {
    linesByKey[number.key].map { lines[$0] }
  }

  /// The ExoPhone with a number of this key.
  func line(key: String) -> Line? { linesByKey[key].map { lines[$0] } }

  /// The ExoPhone with this id.
  package func line(sid: String) -> Line? { linesBySid[sid].map { lines[$0] } }

  /// How long a caller may wait in Exotel's queue on that line; nil where it has none.
  func queue(of line: PhoneNumber?) -> Duration? {
    line.flatMap { self.line($0)?.queue } ?? queue
  }
}
