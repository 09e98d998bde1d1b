/// A leg of ExoML that shares, or has shared, a bridge with another one (`families.md` § 3.7).
package struct Companion: Hashable, Sendable {
  /// Of the call that this leg is.
  package var sid: String
  /// The bridge that both were in last.
  package var bridge: String
  package var party: Leg.Party
  package var number: PhoneNumber?
  /// Of an agent, from the roster.
  package var name: String?
  package var team: String?
  /// True while both are in the bridge.
  package var isThere: Bool

  package init(
    sid: String, bridge: String, party: Leg.Party, number: PhoneNumber? = nil,
    isThere: Bool = false
  ) {
    self.sid = sid
    self.bridge = bridge
    self.party = party
    self.number = number
    self.isThere = isThere
  }
}
