import BoardScreen
import Yams

extension ConfigurationReading {
  mutating func readThemes(_ node: Node) {
    guard let mapping = node.mapping else {
      return yaml.blame(node, "'themes' must be a mapping of names to themes")
    }
    for (key, value) in mapping {
      guard let name = yaml.text(key, of: "a theme's name") else { continue }
      guard !Theme.named.contains(where: { $0.name == name }) else {
        yaml.blame(key, "theme '\(name)' is built in; give your own another name")
        continue
      }
      configuration.lines["themes.\(name)"] = key.mark?.line
      configuration.themes[name] = ownTheme(value, name)
    }
  }

  private mutating func ownTheme(_ node: Node, _ name: String) -> OwnTheme {
    var own = OwnTheme(base: "default", colors: [:], theme: .default)
    var (ground, colors) = (Theme.Color?.none, [Style.Role: Theme.Color]())
    let allowed = ["base", "ground"] + Style.Role.allCases.map(\.rawValue)
    for (part, _, value) in yaml.pairs(node, of: "theme '\(name)'", allowed: allowed) {
      if part == "base" {
        guard let base = self.value(value, part, .theme(own: [:])) else { continue }
        (own.base, own.theme) = (value.string ?? own.base, base)
      } else if value.isNull {
        yaml.blame(value, "'\(part)' has no value; write #rrggbb in quotes")
      } else if let color = self.value(value, part, .color) {
        if let role = Style.Role(rawValue: part) {
          (colors[role], own.colors[role]) = (color, value.string)
        } else {
          (ground, own.ground) = (color, value.string)
        }
      }
    }
    own.theme = own.theme.changing(colors, ground: ground)
    return own
  }

  mutating func readThresholds(_ node: Node) {
    for (state, value) in entries(node, of: .thresholds, as: ThresholdState.self) {
      let name = "thresholds of \(state.rawValue)"
      guard let (amber, red) = levels(value, of: name, .time) else { continue }
      if let amber, amber.duration > red.duration {
        yaml.blame(value, "\(name): amber \(amber) comes after red \(red)")
      }
      configuration.thresholds[state] = .init(amber: amber?.duration, red: red.duration)
    }
  }

  mutating func readServiceLevelFloor(_ node: Node) {
    guard let (amber, red) = levels(node, of: "service-level-floor", .percent) else { return }
    if let amber, amber < red {
      yaml.blame(node, "service-level-floor: amber \(amber.plain) is below red \(red.plain)")
    }
    configuration.serviceLevelFloor = ServiceLevelFloor(red: red, amber: amber)
  }

  /// The two values of which amber may be missing.
  private mutating func levels<Value>(
    _ node: Node, of name: String, _ rule: ValueRule<Value>
  ) -> (amber: Value?, red: Value)? {
    var values: [String: Value] = [:]
    let pairs = yaml.pairs(node, of: name, allowed: ["amber", "red"])
    for (part, _, value) in pairs { values[part] = self.value(value, part, rule) }
    if node.mapping != nil, !pairs.contains(where: { $0.name == "red" }) {
      yaml.blame(node, "\(name) needs a value for red")
    }
    return values["red"].map { (values["amber"], $0) }
  }

  mutating func readColumns(_ node: Node) {
    for (kind, value) in entries(node, of: .columns, as: ListKind.self) {
      let nodes = yaml.entries(value, of: kind.rawValue)
      if value.sequence?.isEmpty == true {
        yaml.blame(value, "columns of \(kind.rawValue): at least one is needed")
      }
      var columns: [String] = []
      for node in nodes {
        guard let column = self.value(node, "column", .column(kind)) else { continue }
        if columns.contains(column) { yaml.blame(node, "column \(column) is there twice") }
        columns.append(column)
      }
      configuration.columns[kind] = columns
    }
  }

  mutating func readOrder(_ node: Node) {
    for (kind, value) in entries(node, of: .order, as: ListKind.self) {
      configuration.order[kind] = self.value(value, "order", .order(kind))
    }
  }

  mutating func readKeys(_ node: Node) {
    var nodes: [ScreenAction: Node] = [:]
    for (action, value) in entries(node, of: .keys, as: ScreenAction.self) {
      nodes[action] = value
      let names = value.sequence.map { Array($0) } ?? [value]
      configuration.keys[action] = names.compactMap { self.value($0, action.rawValue, .key) }
    }
    // Those that are in conflict are left out one by one, so that all conflicts are told.
    var keys = configuration.keys
    while let conflict = Self.conflict(keys),
      let action = conflict.actions.last(where: { keys[$0] != nil }), let node = nodes[action]
    {
      keys[action] = nil
      let others = Set(conflict.actions).subtracting([action]).map(\.rawValue)
      let words = others.first.map { "is a key of \($0) too" } ?? "is there twice"
      yaml.blame(node, "\(action.rawValue): \(conflict.key.name) \(words)")
    }
  }

  private static func conflict(_ keys: [ScreenAction: [Key]]) -> KeyBindings.Conflict? {
    do throws(KeyBindings.Conflict) {
      _ = try KeyBindings(changing: keys)
      return nil
    } catch {
      return error
    }
  }

  /// The entries of a mapping by the names of an enumeration.
  private mutating func entries<Name>(
    _ node: Node, of key: ConfigurationKey, as names: Name.Type
  ) -> [(Name, Node)] where Name: RawRepresentable & CaseIterable, Name.RawValue == String {
    let pairs = yaml.pairs(
      node, of: "'\(key.rawValue)'", allowed: Name.allCases.map(\.rawValue))
    return pairs.compactMap { pair in
      configuration.lines["\(key.rawValue).\(pair.name)"] = pair.key.mark?.line
      return Name(rawValue: pair.name).map { ($0, pair.value) }
    }
  }
}
