import CallModel
import Yams

/// Reads what stands in a YAML text, and goes on where something is wrong, so that all of it can be
/// told at once.
struct YAMLReading {
  private(set) var faults: [YAMLFaults.Fault] = []

  /// The text's only node; nil where it has none.
  static func root(_ text: String) throws(YAMLFaults) -> Node? {
    do {
      guard let node = try Yams.compose(yaml: text), node != "" else { return nil }
      return node
    } catch let error as YamlError {
      throw YAMLFaults(error)
    } catch {
      throw YAMLFaults([.init(words: "it is no YAML")])
    }
  }

  /// - Throws: all that was blamed.
  func finish() throws(YAMLFaults) {
    guard faults.isEmpty else { throw YAMLFaults(faults) }
  }

  mutating func blame(_ node: Node, _ words: String) {
    faults.append(.init(mark: node.mark, words: words))
  }

  /// The known ones of a mapping's pairs.
  mutating func pairs(
    _ node: Node, of what: String, allowed: [String]
  ) -> [(name: String, key: Node, value: Node)] {
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
      return (name, key, value)
    }
  }

  mutating func entries(_ node: Node, of name: String) -> [Node] {
    guard let sequence = node.sequence else {
      blame(node, "'\(name)' must be a list, each entry with a '-'")
      return []
    }
    return Array(sequence)
  }

  /// A single value; nil, and a fault, for one that the rule does not allow.
  mutating func value<Value>(_ node: Node, _ name: String, _ rule: ValueRule<Value>) -> Value? {
    guard let text = text(node, of: name) else { return nil }
    guard let value = rule.read(text) else {
      blame(node, "\(name) \(text): \(rule.words)")
      return nil
    }
    return value
  }

  mutating func texts(_ node: Node, of what: String, allowed: [String]) -> [String: String] {
    var texts: [String: String] = [:]
    for (name, _, value) in pairs(node, of: what, allowed: allowed) {
      texts[name] = text(value, of: name)
    }
    return texts
  }

  mutating func text(_ node: Node, of name: String) -> String? {
    guard let scalar = node.scalar else {
      blame(node, "'\(name)' must be a single value")
      return nil
    }
    let text = scalar.string.trimmingBlanks()
    guard !text.isEmpty, !node.isNull else {
      blame(node, "'\(name)' has no value")
      return nil
    }
    return text
  }
}

extension Node {
  /// Nothing at all, or one of YAML's words for it.
  var isNull: Bool {
    guard let scalar, scalar.style == .plain else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }
}
