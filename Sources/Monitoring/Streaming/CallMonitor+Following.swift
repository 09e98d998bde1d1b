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
    /// The last of all that came before; nil where none is known still.
    package var sequence: UInt64?
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
  /// live calls, and of those that were heard of within `window`.
  package func begin(after sequence: UInt64?, window: Duration) -> Beginning {
    struct Cut: Sendable {
      var wire: WireLog?
      var live: Set<String> = []
      var position: Int
      var sequence: UInt64?
      var now: Instant
    }
    let cut: Cut = state.withLock { state in
      if let sequence, let position = state.tape.position(behind: sequence) {
        return Cut(position: position, sequence: sequence, now: clock())
      }
      return Cut(
        wire: state.wire, live: state.board.liveSids, position: state.tape.end,
        sequence: state.tape.lastSequence, now: clock())
    }
    guard let wire = cut.wire else {
      return Beginning(
        past: [], position: cut.position, sequence: cut.sequence, isAfresh: false)
    }
    // Half a call would be another one.
    let past = wire.keptCallbacks(since: cut.now - window, or: cut.live)
    return Beginning(
      past: past.sorted { $0.sequence < $1.sequence }.map { PastCallback(kept: $0) },
      position: cut.position, sequence: cut.sequence, isAfresh: sequence ?? 0 != 0)
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
