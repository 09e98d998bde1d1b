/// Which lines the ids of heartbeats stand for.
struct LineNames: Sendable {
  /// What is known of an id.
  private struct Name: Sendable {
    var told: PhoneNumber?
    /// Of the heartbeat that told the number.
    var place: HeartbeatTimeline.Place
    var own: PhoneNumber?
  }

  /// What heartbeats told of a line.
  struct Heard: Hashable, Sendable {
    var number: PhoneNumber?
    var sid: String?
  }

  /// More ids than an account has: further ones are not listed.
  static let capacity = 10_000

  private let roster: Roster
  private var names: [String: Name] = [:]
  /// All lines that were ever named, by their key.
  private(set) var heard: [String: Heard] = [:]

  init(roster: Roster) { self.roster = roster }

  /// The line that is meant; nil where the id is one too many.
  func key(of id: String) -> String? {
    names[id].map { number(of: id, $0.told, $0.own)?.key ?? id }
  }

  /// The line that an id stands for, where something else than a number is named.
  func number(of id: PhoneNumber) -> PhoneNumber {
    number(of: id.text, names[id.text]?.told, nil) ?? id
  }

  /// The roster decides first.
  private func number(of id: String, _ told: PhoneNumber?, _ own: PhoneNumber?) -> PhoneNumber? {
    roster.line(sid: id)?.number ?? told ?? own
  }

  /// True where an id that is known stands for another line than before.
  mutating func learn(_ line: Heartbeat.Line, at place: HeartbeatTimeline.Place) -> Bool {
    guard var name = names[line.id] else {
      guard names.count < Self.capacity else { return false }
      let name = Name(told: line.told, place: place, own: line.own)
      names[line.id] = name
      list(line.id, name)
      return false
    }
    guard let told = line.told, name.told == nil || name.place < place else { return false }
    let before = name.told
    (name.told, name.place) = (told, place)
    names[line.id] = name
    guard told != before else { return false }
    heard = [:]
    for (id, name) in names { list(id, name) }
    return told.key != before?.key
  }

  /// Where several ids are one line, the first in the alphabet names it.
  private mutating func list(_ id: String, _ name: Name) {
    let number = number(of: id, name.told, name.own)
    let key = number?.key ?? id
    var line = heard[key] ?? Heard()
    if let number, line.number.map({ number.text < $0.text }) ?? true { line.number = number }
    if name.own == nil, line.sid.map({ id < $0 }) ?? true { line.sid = id }
    heard[key] = line
  }
}
