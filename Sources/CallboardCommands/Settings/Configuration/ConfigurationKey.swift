/// What a configuration file may have at its top: the long names of the options, and what only the
/// file can tell.
enum ConfigurationKey: String, CaseIterable, Sendable {
  case port, bind, host, key, token, forward
  case connectionsPerAddress = "connections-per-address"
  case maxBody = "max-body"
  case zone, country, roster
  case missedAfter = "missed-after"
  case uncertainAfter = "uncertain-after"
  case staleAfter = "stale-after"
  case talkLimit = "talk-limit"
  case heartbeatAfter = "heartbeat-after"
  case shortAbandon = "short-abandon"
  case dayStart = "day-start"
  case serviceLevel = "service-level"
  case data, durability, window, keep
  case keepSize = "keep-size"
  case ephemeral, ascii, theme, themes, bell, notify, thresholds
  case serviceLevelFloor = "service-level-floor"
  case columns, order, keys

  /// Never printed.
  var isSecret: Bool { self == .key || self == .token }
}
