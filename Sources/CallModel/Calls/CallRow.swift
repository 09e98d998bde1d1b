/// A call with what the roster says of it, ready to be shown.
package struct CallRow: Hashable, Sendable {
  package var call: Call
  /// The label of its ExoPhone.
  package var lineLabel: String?
  /// For each of `call.legs` the name: the roster's, else the callbacks'.
  package var legNames: [String?]
  /// For each of `call.legs` the agent's team in the roster.
  package var legTeams: [String?]
  /// When the call or one of its legs last changed state, by the monitor's clock; views mark it
  /// for a moment.
  package var changedAt: Instant?

  package init(
    call: Call, lineLabel: String? = nil, legNames: [String?] = [],
    legTeams: [String?] = [], changedAt: Instant? = nil
  ) {
    self.call = call
    self.lineLabel = lineLabel
    self.legNames = legNames
    self.legTeams = legTeams
    self.changedAt = changedAt
  }
}
