extension AgentBoard {
  /// What a leg of a call is to its agent: as long as two are equal, nothing of the agent changes.
  struct LegShare: Equatable, Sendable {
    /// The place of the agent's record.
    let record: Int
    let figures: AgentFigures
    /// The start of the call, by which the figures are counted.
    let start: Instant
    /// Nil where the leg is not open.
    let open: OpenLeg?
    /// Nil where the leg has not ended.
    let offer: (offer: Offer, kind: OfferKind)?

    /// Of a leg that is an offer.
    init(_ leg: Leg, of call: Call, slot: Int, record: Int, figures: AgentFigures) {
      self.record = record
      self.figures = figures
      start = call.believedStart
      open =
        leg.state.isOpen
        ? OpenLeg(state: leg.state, clock: leg.clock, slot: slot, index: leg.index) : nil
      offer = leg.outcome.map { outcome in
        (
          Offer(ended: leg.clock, slot: slot, index: leg.index),
          outcome == .completed ? .answer : outcome.isMiss ? .miss : .other
        )
      }
    }

    static func == (left: LegShare, right: LegShare) -> Bool {
      left.record == right.record && left.figures == right.figures && left.start == right.start
        && left.open == right.open && left.offer?.offer == right.offer?.offer
        && left.offer?.kind == right.offer?.kind
    }
  }
}
