/// Fields with their brackets resolved: what a JSON body shows as objects and arrays.
struct JSONFieldTree {
  private var root = Container(isArray: false)

  /// A field that contradicts an earlier one (a member of what has a value), or is in a list with
  /// holes, keeps its flat name, which is read back as the same field: no entry is invented.
  init(_ fields: CallbackFields) {
    let lists = Self.listsWithHoles(fields)
    for field in fields.all {
      let literal = Self.literal(field)
      let isFlat = lists.contains { field.name.hasPrefix($0 + "[") }
      if isFlat || !root.insert(literal, at: Step.steps(of: field.name)[...]) {
        root.members.append((field.name, .value(literal)))
      }
    }
  }

  /// The names of lists of which an entry before the last one is missing.
  private static func listsWithHoles(_ fields: CallbackFields) -> [String] {
    var indexes: [String: Set<Int>] = [:]
    for field in fields.all {
      let steps = Step.steps(of: field.name)
      if steps.count > 1, let index = steps[1].index {
        indexes[steps[0].name, default: []].insert(index)
      }
    }
    return indexes.filter { $0.value.count <= $0.value.max() ?? 0 }.map(\.key)
  }

  /// The body: one object.
  var text: String { root.text }

  /// Durations are numbers, as Exotel sends them; everything else is a string, or null.
  private static func literal(_ field: CallbackFields.Field) -> String {
    guard let value = field.value else { return "null" }
    let name = field.name.lowercased()
    let isDuration = ["duration", "talk_time"].contains {
      name.hasSuffix($0) || name.hasSuffix("\($0)]")
    }
    return isDuration && isNumber(value) ? value : quoted(value)
  }

  private static func isNumber(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    var cursor = JSONCursor()
    let literal = try? cursor.readLiteral(bytes.span)
    return literal?.upperBound == bytes.count && text != "true" && text != "false"
  }

  fileprivate static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\u{0}"..<"\u{20}":
        result += scalar.value < 0x10 ? "\\u000" : "\\u00"
        result += String(scalar.value, radix: 16)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

/// One part of a name such as `Legs[0][Status]`.
private struct Step {
  let name: String
  /// Nil for a member of an object.
  let index: Int?

  /// What does not follow the bracket grammar, or needs an array too long or too deep, is one
  /// flat step.
  static func steps(of name: String) -> [Step] {
    let flat = [Step(name: name, index: nil)]
    guard let open = name.firstIndex(of: "["), open != name.startIndex, name.last == "]" else {
      return flat
    }
    var steps = [Step(name: String(name[..<open]), index: nil)]
    var part = ""
    var isInside = false
    for character in name[open...] {
      switch (character, isInside) {
      case ("[", false): isInside = true
      case ("]", true):
        let step = Step(bracketed: part)
        guard !part.isEmpty, step.index ?? 0 < LegFieldName.maximumLegs else { return flat }
        steps.append(step)
        part = ""
        isInside = false
      case ("[", true), (_, false): return flat
      default: part.append(character)
      }
    }
    return isInside || steps.count >= JSONFields.maximumDepth ? flat : steps
  }

  private init(name: String, index: Int?) {
    self.name = name
    self.index = index
  }

  /// Only the plain spelling of a number is an index.
  private init(bracketed text: String) {
    name = text
    index = Int(text).flatMap { $0 >= 0 && String($0) == text ? $0 : nil }
  }
}

/// An object, or an array whose entries came in any order.
private struct Container {
  indirect enum Node {
    case value(String)
    case container(Container)
  }

  let isArray: Bool
  var members: [(name: String, node: Node)] = []

  init(isArray: Bool) {
    self.isArray = isArray
  }

  /// False, and nothing is changed, where something else is at that place.
  mutating func insert(_ literal: String, at steps: ArraySlice<Step>) -> Bool {
    guard let step = steps.first, (step.index != nil) == isArray else { return false }
    let rest = steps.dropFirst()
    let found = members.firstIndex { $0.name == step.name }
    switch (rest.first, found) {
    case (nil, nil): members.append((step.name, .value(literal)))
    case (nil, .some): return false
    case (let next?, nil):
      var child = Container(isArray: next.index != nil)
      guard child.insert(literal, at: rest) else { return false }
      members.append((step.name, .container(child)))
    case (.some, let found?):
      guard case .container(var child) = members[found].node,
        child.insert(literal, at: rest)
      else { return false }
      members[found].node = .container(child)
    }
    return true
  }

  var text: String {
    guard isArray, isWithoutHoles else {
      let texts = members.map { JSONFieldTree.quoted($0.name) + ":" + Self.text($0.node) }
      return "{" + texts.joined(separator: ",") + "}"
    }
    var entries: [String] = []
    for index in members.indices {
      guard let member = members.first(where: { $0.name == "\(index)" }) else { continue }
      entries.append(Self.text(member.node))
    }
    return "[" + entries.joined(separator: ",") + "]"
  }

  /// An array with holes is an object instead: an entry that is null would be one that came.
  private var isWithoutHoles: Bool {
    let names = Set(members.map(\.name))
    return members.indices.allSatisfy { names.contains("\($0)") }
  }

  private static func text(_ node: Node) -> String {
    switch node {
    case .value(let literal): literal
    case .container(let container): container.text
    }
  }
}
