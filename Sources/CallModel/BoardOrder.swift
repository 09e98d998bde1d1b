/// The place of a live call in the list: ringing, dialing, waiting, talking; the longest first.
struct LivePlace: Comparable, Sendable {
  let state: Call.State
  let clock: Instant
  let slot: Int

  init(state: Call.State, clock: Instant, slot: Int) {
    self.state = state
    self.clock = clock
    self.slot = slot
  }

  init(_ call: Call, _ slot: Int) {
    self.init(state: call.state, clock: call.clock, slot: slot)
  }

  static func < (left: LivePlace, right: LivePlace) -> Bool {
    (left.state.rank, left.clock, left.slot) < (right.state.rank, right.clock, right.slot)
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

/// When time alone changes a call.
struct Deadline: Comparable, Sendable {
  let moment: Instant
  let slot: Int

  static func < (left: Deadline, right: Deadline) -> Bool {
    (left.moment, left.slot) < (right.moment, right.slot)
  }
}
