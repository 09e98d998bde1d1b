/// What a leg of ExoML is to the other legs of its bridges: what its own callbacks tell, and nothing
/// that those others tell.
struct BridgeLeg: Hashable, Sendable {
  let sid: String
  let party: Leg.Party
  let number: PhoneNumber?
  let name: String?
  let team: String?
  /// In their order; those of a leg that has ended are over.
  let stays: [BridgeStay]

  /// Nil for a call that is no leg of ExoML, or names no bridge.
  init?(_ call: Call, roster: Roster) {
    guard !call.stays.isEmpty else { return nil }
    sid = call.sid
    party = call.legs.first?.party ?? .customer
    number = call.legs.first?.number
    let agent = party == .agent ? number.flatMap(roster.agent) : nil
    (name, team) = (agent?.name, agent?.team)
    stays = call.stays
  }

  func companion(in bridge: String, isThere: Bool) -> Companion {
    var companion = Companion(
      sid: sid, bridge: bridge, party: party, number: number, isThere: isThere)
    (companion.name, companion.team) = (name, team)
    return companion
  }
}
