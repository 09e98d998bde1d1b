import CallModel
import Yams

/// Reads a roster: the agents with number, name and team, and the ExoPhones with their labels.
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
struct RosterFile {
  /// What is wrong with the file, all of it at once, each with its line and column.
  struct Fault: Error, CustomStringConvertible {
    var description: String
  }

  private let country: Country
  private var faults: [(line: Int, column: Int, words: String)] = []

  static func read(_ text: String, country: Country) throws(Fault) -> Roster {
    var file = RosterFile(country: country)
    let roster = file.roster(try file.root(text))
    guard file.faults.isEmpty else {
      let faults = file.faults.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
      let lines = faults.map { "line \($0.line), column \($0.column): \($0.words)" }
      throw Fault(description: lines.joined(separator: "\n"))
    }
    return roster
  }

  private init(country: Country) { self.country = country }

  private func root(_ text: String) throws(Fault) -> Node? {
    do {
      return try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw Fault(description: Self.words(error))
    } catch {
      throw Fault(description: "it is no YAML")
    }
  }

  private static func words(_ error: YamlError) -> String {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      "line \(mark.line), column \(mark.column): \(problem)"
    case .reader(let problem, _, _, _): problem
    case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded,
      .duplicatedKeysInMapping:
      "it is no YAML: \(error)"
    }
  }

  private mutating func roster(_ root: Node?) -> Roster {
    guard let root, root != "" else { return Roster() }
    var agents: [Roster.Entry] = []
    var lines: [(number: PhoneNumber, label: String)] = []
    for (key, value) in pairs(root, of: "the roster", allowed: ["agents", "lines"]) {
      for entry in entries(value, of: key) {
        let isAgent = key == "agents"
        let allowed = isAgent ? ["number", "name", "team"] : ["number", "label"]
        let fields = texts(entry, of: isAgent ? "an agent" : "a line", allowed: allowed)
        guard let number = fields["number"] else {
          blame(entry, "\(isAgent ? "an agent" : "a line") needs a number")
          continue
        }
        let phone = PhoneNumber(number, country: country)
        if isAgent {
          agents.append(.init(number: phone, name: fields["name"], team: fields["team"]))
        } else if let label = fields["label"] {
          lines.append((phone, label))
        } else {
          blame(entry, "a line needs a label")
        }
      }
    }
    return Roster(agents: agents, lines: lines)
  }

  private mutating func pairs(
    _ node: Node, of what: String, allowed: [String]
  ) -> [(String, Node)] {
    guard let mapping = node.mapping else {
      blame(node, "\(what) must be a mapping of \(allowed.joined(separator: ", "))")
      return []
    }
    return mapping.compactMap { key, value in
      guard let name = key.string, allowed.contains(name) else {
        blame(
          key,
          "unknown key '\(key.string ?? "?")' in \(what); it may have "
            + allowed.joined(separator: ", "))
        return nil
      }
      return (name, value)
    }
  }

  private mutating func entries(_ node: Node, of key: String) -> [Node] {
    guard let sequence = node.sequence else {
      blame(node, "'\(key)' must be a list, each entry with a '-'")
      return []
    }
    return Array(sequence)
  }

  private mutating func texts(
    _ node: Node, of what: String, allowed: [String]
  ) -> [String: String] {
    var texts: [String: String] = [:]
    for (key, value) in pairs(node, of: what, allowed: allowed) {
      guard let text = value.scalar?.string.trimmingBlanks(), !text.isEmpty else {
        blame(value, "'\(key)' must be a text")
        continue
      }
      texts[key] = text
    }
    return texts
  }

  private mutating func blame(_ node: Node, _ words: String) {
    faults.append((node.mark?.line ?? 1, node.mark?.column ?? 1, words))
  }
}
