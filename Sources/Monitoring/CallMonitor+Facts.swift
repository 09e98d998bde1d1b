import CallModel

/// What is known of the account beyond single calls.
extension CallMonitor {
  /// Takes what is known from elsewhere: kept from earlier, found in older days, or told by another
  /// listener.
  package func join(_ facts: [AccountFact]) {
    let isNews = state.withLock { state in
      let known = state.board.factLog.end
      state.board.join(facts)
      state.keepFacts()
      return state.board.factLog.end != known
    }
    guard isNews else { return }
    recordFacts()
    notify()
  }

  /// Puts what is known by now into the recording, where there is one.
  package func recordFacts() {
    guard let recording else { return }
    recording.append(state.withLock { $0.takeFactsToRecord() })
  }

  /// Up to `count` facts from a position on, and where to go on. All that is known comes from position 0
  /// on; some of it may come twice.
  package func facts(
    from position: Int, atMost count: Int
  ) -> (facts: [AccountFact], position: Int) {
    state.withLock { $0.board.factLog.facts(from: position, atMost: count) }
  }
}
