import CallModel

/// For those who want to know what of the board has changed.
extension CallMonitor {
  /// So many calls and agents are taken before callbacks have their turn again.
  private static let turn = 256

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

  /// The live calls, taken bit by bit: callbacks have their turn meanwhile.
  package func liveCalls() -> [CallRow] {
    let places = read { board, _, _ in board.places(of: .live) }
    return inTurns(places) { places, board, _ in board.rows(at: places).filter(\.call.isLive) }
  }

  /// All agents, taken bit by bit.
  package func allAgents() -> [Agent] {
    let places = read { board, _, _ in board.agentPlaces }
    return inTurns(places) { places, board, start in board.agents(at: places, since: start) }
  }

  private func inTurns<Row: Sendable>(
    _ places: [Int], _ rows: (ArraySlice<Int>, borrowing CallBoard, Instant) -> [Row]
  ) -> [Row] {
    stride(from: 0, to: places.count, by: Self.turn).flatMap { start in
      let some = places[start..<min(start + Self.turn, places.count)]
      return read { board, _, now in rows(some, board, windowStart(now)) }
    }
  }
}
