extension CallBoard {
  /// True for what tells of one agent more than a call can have. It is not even folded: what one call
  /// costs all others stays small.
  func hasNoRoom(for callback: Callback, _ slot: Int) -> Bool {
    guard let call = entries[slot]?.call, call.legs.count > AttemptList.capacity,
      callback.source == .connect, let agent = callback.agent
    else { return false }
    if case .disposition = callback.event { return false }
    return !call.legs.contains { $0.number?.key == agent.key }
  }
}
