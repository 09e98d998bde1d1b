/// The place of a live call in the list: callers before calls that go out; ringing, dialing, waiting,
/// talking; the uncertain ones and those with a bot behind the others; the longest first.
struct LivePlace: Comparable, Sendable {
  let isOutgoing: Bool
  let state: Call.State
  /// Of a caller who is uncertain, or whom a bot serves: they pass no threshold.
  let standsApart: Bool
  let clock: Instant
  let slot: Int

  init(
    isOutgoing: Bool = false, state: Call.State, standsApart: Bool = false, clock: Instant,
    slot: Int
  ) {
    self.isOutgoing = isOutgoing
    self.state = state
    self.standsApart = standsApart
    self.clock = clock
    self.slot = slot
  }

  init(_ call: Call, _ slot: Int) {
    self.init(
      isOutgoing: call.isOutgoing, state: call.state,
      standsApart: call.standsApart,
      clock: call.clock, slot: slot)
  }

  /// Where such calls stand in the list.
  var rank: Int { (isOutgoing ? 16 : 0) + state.rank * 2 + (standsApart ? 1 : 0) }

  static func < (left: LivePlace, right: LivePlace) -> Bool {
    (left.rank, left.clock, left.slot) < (right.rank, right.clock, right.slot)
  }
}

/// The place of an ended call in the list: the newest first.
struct EndedPlace: Comparable, Sendable {
  let clock: Instant
  let slot: Int

  static func < (left: EndedPlace, right: EndedPlace) -> Bool {
    (right.clock, left.slot) < (left.clock, right.slot)
  }
}

/// A call by a moment of it: when time alone changes it, from when on its caller cannot be in time any
/// more, when it was last told of.
struct CallMoment: Comparable, Sendable {
  let moment: Instant
  let slot: Int

  static func < (left: CallMoment, right: CallMoment) -> Bool {
    (left.moment, left.slot) < (right.moment, right.slot)
  }
}

extension Call {
  /// True for one that passes no threshold of callers: it is uncertain, a bot serves the caller, or it
  /// is in no figure of calls.
  var standsApart: Bool { isUncertain || bot?.status == .running || countedWay == nil }
}
