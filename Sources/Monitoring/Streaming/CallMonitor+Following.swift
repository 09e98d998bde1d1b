import CallJournal
import CallModel
import CallbackWire

/// For those who follow the board elsewhere.
extension CallMonitor {
  /// Where somebody begins to follow.
  package struct Beginning: Sendable {
    /// What came before, to be taken with ``CallMonitor/takePast(_:)``; nil where they have it.
    package var past: Past?
    /// Where ``follow(from:atMost:)`` goes on.
    package var position: Int
    /// The last of all that came before; nil where none is known still.
    package var sequence: UInt64?
    /// True where they could not go on where they had stopped, and must forget what they have.
    package var isRestart: Bool
  }

  /// What came before somebody followed, and how much of it they have.
  package struct Past: Sendable {
    fileprivate var walk: KeptCallbacks.Walk
    /// Told among the callbacks, where they came.
    fileprivate var refusals: ArraySlice<JournalEntry>
    /// Told behind the callbacks: they are about no call.
    fileprivate var heartbeats: ArraySlice<JournalEntry>

    package var isAtEnd: Bool { walk.isAtEnd && refusals.isEmpty && heartbeats.isEmpty }

    /// Those of these callbacks and of the rejected requests whose turn it is, each where it came.
    fileprivate mutating func merge(_ taken: [WireLog.Kept]) -> [PastCallback] {
      var told: [PastCallback] = []
      for kept in taken {
        while let refusal = refusals.first, refusal.arrivedAt <= kept.arrivedAt {
          told.append(PastCallback(refusal))
          refusals.removeFirst()
        }
        told.append(PastCallback(kept))
      }
      return told
    }
  }

  /// A callback that came before somebody followed.
  package struct PastCallback: Sendable {
    private let entry: JournalEntry
    private let repeats: Int

    fileprivate init(_ kept: WireLog.Kept) {
      entry = JournalEntry(
        sequence: kept.sequence, arrivedAt: kept.arrivedAt, peer: "", raw: kept.raw)
      repeats = kept.repeats
    }

    fileprivate init(_ request: JournalEntry) {
      entry = request.withoutSender
      repeats = 0
    }

    /// What it was in the journal, but for its sender; as often as it came.
    package var entries: [JournalEntry] { Array(repeating: entry, count: repeats + 1) }
  }

  /// Behind the request with that sequence, where that is known still; else with all callbacks of
  /// live calls, and of those that were heard of within `window`.
  package func begin(after sequence: UInt64?, window: Duration) -> Beginning {
    state.withLock { state in
      if let sequence, let position = state.tape.position(behind: sequence) {
        return Beginning(past: nil, position: position, sequence: sequence, isRestart: false)
      }
      let start = clock() - window
      return Beginning(
        past: Past(
          walk: state.wire.walk(since: start), refusals: state.wire.refusals(since: start)[...],
          heartbeats: state.wire.heartbeats[...]),
        position: state.tape.end,
        sequence: state.tape.lastSequence, isRestart: sequence ?? 0 != 0)
    }
  }

  /// The number of past callbacks that are looked at before others have their turn.
  private static let pastCallbacks = 128

  /// Some of the past, in its order, without what came meanwhile; none at all is not its end.
  package func takePast(_ past: inout Past) -> [PastCallback] {
    var walk = past.walk
    let taken = state.withLock { state in
      state.wire.take(Self.pastCallbacks, &walk) { state.board.isLive($0) }
    }
    past.walk = walk
    guard walk.isAtEnd, taken.isEmpty else { return past.merge(taken) }
    let refusals = past.refusals
    past.refusals = []
    guard refusals.isEmpty else { return refusals.map { PastCallback($0) } }
    let heartbeats = past.heartbeats.prefix(Self.pastCallbacks)
    past.heartbeats = past.heartbeats.dropFirst(heartbeats.count)
    return heartbeats.map { PastCallback($0) }
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

extension JournalEntry {
  fileprivate var withoutSender: JournalEntry {
    var entry = self
    entry.peer = ""
    return entry
  }
}
