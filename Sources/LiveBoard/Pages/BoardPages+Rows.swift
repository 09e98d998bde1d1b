import BoardScreen
import CallModel

/// What is exported and copied.
extension BoardPages {
  /// All calls that a request shows, in its order; empty where it shows none.
  package func rows(_ request: PageRequest) -> [CallRow] {
    if case .call(let sid) = request { return rows([sid]) }
    guard let query = request.query else { return [] }
    var arrangement = CallArrangement(query)
    while !read({ board, _, now in arrangement.look(at: board, now: now, limit: Self.calls) }) {}
    let (slots, sieve) = (arrangement.slots, query.sieve)
    return stride(from: 0, to: slots.count, by: Self.calls).flatMap { start in
      let chunk = slots[start..<min(start + Self.calls, slots.count)]
      // Another call may have come into a slot meanwhile.
      return read { board, _, now in board.rows(at: chunk).filter { sieve.wants($0, now: now) } }
    }
  }

  /// The calls with these sids, as far as the board knows them.
  package func rows(_ sids: some Sequence<String>) -> [CallRow] {
    sids.compactMap { sid in read { board, _, _ in board.call(sid) } }
  }

  /// A call with its callbacks; nil when the board does not know it.
  package func detail(of sid: String) -> CallDetail? {
    guard case .call(let detail) = page(.call(sid)).content else { return nil }
    return detail
  }
}
