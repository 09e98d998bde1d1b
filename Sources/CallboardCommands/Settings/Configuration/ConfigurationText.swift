/// The configuration that is in effect as YAML, which reads as the same: each key with its value,
/// and behind it where that is from. What has no value, and secrets, are commented out.
struct ConfigurationText {
  let effective: EffectiveConfiguration

  var lines: [String] { ConfigurationKey.allCases.flatMap { lines($0) } }

  private func lines(_ key: ConfigurationKey) -> [String] {
    let value = effective.value(key)
    guard case .mapping(let entries) = value, value.isWritable else {
      return [line(key.rawValue, value, effective.origin(key))]
    }
    let isFromParts = entries.contains { effective.origin(key, part: $0.name) != .builtIn }
    let head = "\(key.rawValue):  # \(effective.origin(key))"
    return [head]
      + entries.map { entry in
        let origin = effective.origin(key, part: isFromParts ? entry.name : nil)
        return "  " + line(entry.name, entry.value, origin)
      }
  }

  private func line(
    _ name: String, _ value: SettingValue, _ origin: EffectiveConfiguration.Origin
  ) -> String {
    let name = SettingValue.quoted(name)
    if value.isWritable { return "\(name): \(value.yaml)  # \(origin)" }
    guard value == .secret else { return "# \(name):  # not set" }
    return "# \(name): \(value.yaml)  # \(origin)"
  }
}
