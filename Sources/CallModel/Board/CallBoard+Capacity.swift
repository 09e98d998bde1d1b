extension CallBoard {
  /// True for what tells of one device more than a call can have. It is not even folded: what one call
  /// costs all others stays small.
  func hasNoRoom(for callback: Callback, _ slot: Int) -> Bool {
    guard let legs = entries[slot].folded?.call.legs, legs.count > AttemptList.capacity,
      let agent = callback.agent, callback.event.isOfAttempt
    else { return false }
    return !legs.contains { $0.number?.key == agent.key }
  }
}

extension Callback.Event {
  /// True for what may begin an attempt.
  fileprivate var isOfAttempt: Bool {
    switch self {
    case .dial, .begin, .ringing, .answered, .terminal, .over: true
    case .disposition, .flow, .stream, .note, .other: false
    }
  }
}
