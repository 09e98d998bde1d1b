import CallModel

/// For those who want to know what of the board has changed.
extension CallMonitor {
  /// The number of calls and agents that are taken before callbacks have their turn again.
  private static let turn = 64

  /// How often a call has changed.
  package var changeCount: UInt64 { read { board, _, _ in board.changeCount } }

  package var rejectedCount: Int { read { _, wire, _ in wire.rejected } }

  /// Where the calls stand that have changed since there were `earlier` changes, and how many changes
  /// and rejected requests there are now; nil where that is too long ago.
  package func changes(
    since earlier: UInt64
  ) -> (places: [Int], count: UInt64, rejected: Int)? {
    read { board, wire, _ in
      board.changedSlots(since: earlier).map { ($0.sorted(), board.changeCount, wire.rejected) }
    }
  }

  /// The calls that stand there, and the agents of them, each once.
  package func changed(at places: some Sequence<Int> & Sendable) -> (
    calls: [CallRow], agents: [Agent]
  ) {
    read { board, _, now in
      let calls = board.rows(at: places)
      var (devices, people): (Set<String>, Set<String>) = ([], [])
      let numbers = calls.flatMap(\.call.legs).filter { $0.party == .agent }.compactMap(\.number)
      let agents = numbers.filter { devices.insert($0.key).inserted }.compactMap {
        board.agent($0, since: windowStart(now))
      }
      return (calls, agents.filter { people.insert($0.number.key).inserted })
    }
  }

  /// Some of the live calls, from a place on: those that stand within the next places, each with its
  /// own, and the place behind them; nil there at the end.
  package func liveCalls(
    from place: Int
  ) -> (calls: [(place: Int, row: CallRow)], next: Int?) {
    read { board, _, _ in
      let end = place + Self.turn
      return (board.liveRows(at: place..<end), end < board.placeCount ? end : nil)
    }
  }

  /// Some of the agents, from a place on: those that stand within the next places, each with its own,
  /// and the place behind them; nil there at the end.
  package func agents(
    from place: Int
  ) -> (agents: [(place: Int, agent: Agent)], next: Int?) {
    read { board, _, now in
      let end = place + Self.turn
      let agents = board.agents(known: place..<end, since: windowStart(now))
      return (agents, end < board.agentPlaceCount ? end : nil)
    }
  }
}
