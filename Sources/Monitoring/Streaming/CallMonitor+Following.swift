import CallModel
import CallbackWire

/// For those who follow the board elsewhere.
extension CallMonitor {
  /// Where somebody begins to follow.
  package struct Beginning: Sendable {
    /// What came before, in its order.
    package var past: [PastCallback]
    /// Where ``follow(from:atMost:)`` goes on.
    package var position: Int
    /// True where he could not go on where he had stopped, and must forget what he has.
    package var isAfresh: Bool
  }

  /// A callback that came before somebody followed.
  package struct PastCallback: Sendable {
    fileprivate var kept: WireLog.Kept

    /// What it was in the journal, but for its sender; as often as it came.
    package var entries: [JournalEntry] {
      let entry = JournalEntry(
        sequence: kept.sequence, arrivedAt: kept.arrivedAt, peer: "", raw: kept.raw)
      return Array(repeating: entry, count: kept.repeats + 1)
    }
  }

  /// Behind the request with that sequence, where that is known still; else with all callbacks of
  /// live calls, and all that arrived within `window`.
  package func begin(after sequence: UInt64?, window: Duration) -> Beginning {
    let (wire, live, position, now): (WireLog?, Set<String>, Int, Instant) = state.withLock {
      state in
      if let sequence, let position = state.tape.position(behind: sequence) {
        return (nil, [], position, clock())
      }
      return (state.wire, state.board.liveSids, state.tape.end, clock())
    }
    guard let wire else { return Beginning(past: [], position: position, isAfresh: false) }
    let past = wire.keptCallbacks { sid, kept in
      live.contains(sid) || kept.arrivedAt >= now - window
    }
    return Beginning(
      past: past.sorted { $0.sequence < $1.sequence }.map { PastCallback(kept: $0) },
      position: position, isAfresh: sequence ?? 0 != 0)
  }

  /// The requests from a position on, and where to go on; nil where they are not known any more.
  package func follow(
    from position: Int, atMost count: Int
  ) -> (entries: [TapeEntry], position: Int)? {
    state.withLock { state in
      state.tape.slice(from: position, atMost: count).map { ($0, position + $0.count) }
    }
  }
}
