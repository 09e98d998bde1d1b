import CallModel

extension RecordedExpectation {
  private static let caller = "b6768f4d1ec3d3b1b1f8c4f4f5a51646"
  private static let softphone = "5d1c4c2c9f0e4b0f8a55c1e2f3a41646"
  private static let centre = "k1c2e4f6a8b01c2d3e4f5a6b7c8d1646"
  private static let bot = "b0t0c2c9f0e4b0f8a55c1e2f3a41646"
  private static let leg = "lg1c4c2c9f0e4b0f8a55c1e2f3a41646"
  private static let bridge = "eb1c4c2c9f0e4b0f8a55c1e2f3a41646"
  private static let campaign = "ca1c4c2c9f0e4b0f8a55c1e2f3a41646"
  private static let inbound = "1nb0c2c9f0e4b0f8a55c1e2f3a41646"
  private static let asha = "+919880000001"

  /// The shapes of every family, by the names of their files.
  static let families: [String: RecordedExpectation] = [
    "flow-request": .init(.flow, .flow, caller),
    "flow-request-digits": .init(.flow, .flow, caller),
    "flow-request-form": .init(.flow, .flow, caller),
    "flow-request-outbound": .init(.flow, .flow, caller),
    "flow-attempt": .init(.flow, .flow, caller),
    "flow-attempt-ended": .init(.flow, .flow, caller),
    "flow-dial-completed": .init(.flow, .disposition("completed"), caller, agent: asha, legs: "-"),
    "flow-dial-no-answer": .init(.flow, .disposition("incomplete"), caller, agent: asha),
    "flow-dial-busy": .init(.flow, .disposition("incomplete"), caller, agent: asha),
    "flow-dial-canceled": .init(.flow, .disposition("client-hangup"), caller, agent: asha),
    "flow-dial-failed": .init(.flow, .disposition("incomplete"), caller, agent: asha),
    "flow-live-initiated": .init(.flow, .begin, caller, agent: asha),
    "flow-live-ringing": .init(.flow, .ringing, caller, agent: asha),
    "flow-live-in-progress": .init(.flow, .answered, caller, agent: asha),
    "flow-legs-json-text": .init(.flow, .disposition("completed"), caller, legs: "-"),
    "flow-voicemail": .init(.flow, .disposition("voicemail"), caller),
    "flow-query-with-empty-body": .init(.flow, .disposition("incomplete"), caller),
    "flow-attempt-with-stream": .init(.flow, .flow, bot),
    "softphone-active": .init(.softphone, .begin, softphone),
    "softphone-answered": .init(.softphone, .answered, softphone),
    "softphone-recording": .init(.softphone, .note, softphone),
    "softphone-terminal-completed": .init(.softphone, .terminal, softphone),
    "softphone-terminal-to-leg-unanswered": .init(.softphone, .terminal, softphone),
    "softphone-terminal-to-leg-busy": .init(.softphone, .terminal, softphone),
    "softphone-terminal-to-leg-failed": .init(.softphone, .terminal, softphone),
    "softphone-terminal-from-leg-unanswered": .init(.softphone, .terminal, softphone),
    "softphone-terminal-from-leg-cancelled": .init(.softphone, .terminal, softphone),
    "softphone-terminal-from-leg-no-dial": .init(.softphone, .terminal, softphone),
    "softphone-terminal-agent-unanswered": .init(.softphone, .terminal, softphone),
    "softphone-terminal-customer-busy": .init(.softphone, .terminal, softphone),
    "softphone-terminal-unknown-word": .init(.softphone, .terminal, softphone),
    "softphone-incoming-busy": .init(.softphone, .begin, softphone, agent: "sip:ashar1a2b3c"),
    "softphone-incoming-free": .init(.softphone, .over, softphone, agent: "sip:ashar1a2b3c"),
    "softphone-incoming-terminal": .init(
      .softphone, .terminal, softphone, agent: "sip:ashar1a2b3c"),
    "softphone-event-incoming-call": .init(.softphone, .begin, softphone, agent: "sip:ashar1a2b3c"),
    "softphone-event-outbound-call": .init(.softphone, .begin, softphone),
    "softphone-event-ringing": .init(.softphone, .ringing, softphone),
    "softphone-event-answered": .init(.softphone, .answered, softphone),
    "softphone-event-completed": .init(.softphone, .terminal, softphone),
    "softphone-event-missed": .init(.softphone, .terminal, softphone),
    "softphone-event-missed-call": .init(.softphone, .terminal, softphone),
    "contact-centre-ringing": .init(.contactCentre, .ringing, centre, agent: asha),
    "contact-centre-answered": .init(.contactCentre, .answered, centre, agent: asha),
    "contact-centre-terminal-completed": .init(.contactCentre, .terminal, centre, agent: asha),
    "contact-centre-terminal-customer-unanswered": .init(
      .contactCentre, .terminal, centre, agent: asha),
    "contact-centre-terminal-agent-unanswered": .init(
      .contactCentre, .terminal, centre, agent: asha),
    "contact-centre-answered-bare": .init(.contactCentre, .answered, centre),
    "contact-centre-active-bare": .init(.contactCentre, .begin, centre),
    "contact-centre-v3-terminal": .init(.contactCentre, .terminal, centre, agent: "u77a1"),
    "stream-start": .init(.stream, .stream, bot),
    "stream-completed": .init(.stream, .stream, bot),
    "stream-failed": .init(.stream, .stream, bot),
    "stream-cancelled": .init(.stream, .stream, bot),
    "stream-json": .init(.stream, .stream, bot),
    "stream-json-text": .init(.stream, .stream, bot),
    "leg-connecting": .init(.leg, .dial, leg),
    "leg-ringing": .init(.leg, .ringing, leg),
    "leg-answered": .init(.leg, .answered, leg),
    "leg-joined-bridge": .init(.leg, .note, leg),
    "leg-left-bridge": .init(.leg, .note, leg),
    "leg-terminated": .init(.leg, .terminal, leg),
    "leg-terminal": .init(.leg, .terminal, leg),
    "leg-failed-to-create": .init(.leg, .terminal, leg),
    "leg-play-started": .init(.leg, .note, leg),
    "bridge-completed": .init(.bridge, .disposition("completed"), bridge, agent: asha),
    "bridge-missed": .init(.bridge, .disposition("incomplete"), bridge, agent: asha),
    "bridge-client-hangup": .init(.bridge, .disposition("client-hangup"), bridge, agent: asha),
    "bridge-ringing": .init(.bridge, .ringing, bridge, agent: asha),
    "campaign-in-progress": .init(.campaign, .answered, campaign),
    "campaign-completed": .init(.campaign, .terminal, campaign),
    "campaign-no-answer": .init(.campaign, .terminal, campaign),
    "campaign-busy": .init(.campaign, .terminal, campaign),
    "campaign-failed": .init(.campaign, .terminal, campaign),
    "status-inbound-answered": .init(.statusCallback, .answered, inbound, legs: "in-progress -"),
    "status-inbound-terminal": .init(
      .statusCallback, .terminal, inbound, legs: "completed completed"),
    "status-inbound-missed": .init(
      .statusCallback, .terminal, inbound, legs: "completed no-answer"),
    "status-inbound-menu": .init(.statusCallback, .terminal, inbound, legs: "completed -"),
    "status-to-a-flow": .init(.statusCallback, .terminal, inbound, legs: "completed"),
    "status-agent-missed": .init(.statusCallback, .terminal, inbound, legs: "no-answer -"),
    "default-payload-live": .init(.statusCallback, .note, inbound),
    "connect-terminal-recording": .init(.connect, .terminal, caller, agent: asha),
    "connect-cancelled": .init(.connect, .terminal, caller, agent: asha),
    "not-understood": .init(nil, .other(""), caller),
  ]
}
