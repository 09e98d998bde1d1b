extension RosterFile {
  /// As it is written in a configuration.
  var setting: SettingValue {
    let agents = agents.map { agent in
      SettingValue.mapping([
        .init(name: "number", value: .text(agent.number)),
        .init(name: "name", value: SettingValue(agent.name)),
        .init(name: "team", value: SettingValue(agent.team)),
        .init(name: "addresses", value: Self.texts(agent.addresses)),
      ])
    }
    let lines = lines.map { line in
      SettingValue.mapping([
        .init(name: "number", value: .text(line.number)),
        .init(name: "label", value: .text(line.label)),
        .init(name: "sid", value: SettingValue(line.sid)),
        .init(name: "queue", value: SettingValue(line.queue)),
      ])
    }
    return .mapping([
      .init(name: "agents", value: .list(agents)), .init(name: "lines", value: .list(lines)),
      .init(name: "shared", value: Self.texts(shared)),
      .init(name: "queue", value: SettingValue(queue)),
    ])
  }

  private static func texts(_ texts: [String]) -> SettingValue {
    texts.isEmpty ? .none : .texts(texts)
  }
}
