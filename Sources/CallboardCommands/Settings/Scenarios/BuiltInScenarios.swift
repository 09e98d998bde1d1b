import CallSimulator

/// The scenarios that the program has with it: the files of `Assets/Scenarios`.
enum BuiltInScenarios {
  /// In the order in which they are listed; the first one is the default.
  static let texts: [(name: String, yaml: [UInt8])] = [
    ("busy-day", PackageResources.busy_day_yaml),
    ("sequential-hunt", PackageResources.sequential_hunt_yaml),
    ("parallel-ring", PackageResources.parallel_ring_yaml),
    ("redial", PackageResources.redial_yaml),
    ("missed", PackageResources.missed_yaml),
    ("rejected", PackageResources.rejected_yaml),
    ("caller-hangs-up", PackageResources.caller_hangs_up_yaml),
    ("voicemail", PackageResources.voicemail_yaml),
    ("no-ringing", PackageResources.no_ringing_yaml),
    ("dial-terminal-only", PackageResources.dial_terminal_only_yaml),
    ("without-event-type", PackageResources.without_event_type_yaml),
    ("outbound-answered", PackageResources.outbound_answered_yaml),
    ("outbound-agent-fails", PackageResources.outbound_agent_fails_yaml),
    ("outbound-default-payload", PackageResources.outbound_default_payload_yaml),
    ("ivr-then-agent", PackageResources.ivr_then_agent_yaml),
    ("bot-hands-over", PackageResources.bot_hands_over_yaml),
    ("softphone", PackageResources.softphone_yaml),
    ("contact-centre", PackageResources.contact_centre_yaml),
    ("status-inbound", PackageResources.status_inbound_yaml),
    ("two-devices", PackageResources.two_devices_yaml),
    ("exoml-bridge", PackageResources.exoml_bridge_yaml),
    ("exobridge", PackageResources.exobridge_yaml),
    ("campaign", PackageResources.campaign_yaml),
  ]

  static var names: [String] { texts.map(\.name) }

  /// Nil for a name that none has.
  static func scenario(_ name: String) throws(YAMLFaults) -> Scenario? {
    guard let text = texts.first(where: { $0.name == name }) else { return nil }
    return try ScenarioFile.read(String(decoding: text.yaml, as: UTF8.self), name: name)
  }
}
