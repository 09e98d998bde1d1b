import BoardScreen
import CallModel

/// One agent's own view.
extension BoardPages {
  /// The agent with their calls, and what was before; nil where the board does not know them.
  func agent(
    _ key: String, earlier height: Int, _ board: borrowing CallBoard, _ now: Instant,
    _ start: Instant, limit: Int
  ) -> AgentDetail? {
    guard let agent = board.agent(key: key, since: start) else { return nil }
    let calls = agent.calls.compactMap { board.call($0) }
    let past = past(of: agent, calls)
    let query = AgentDetail.query(past, of: agent)
    let page = arrangements.page(
      query, ListCursor(), height: height, board, now, limit: limit)
    return AgentDetail(
      agent: agent, calls: calls, past: past, earlier: page.rows, total: page.total,
      isPartial: page.isPartial)
  }

  /// Looks, before a page is taken, at the calls that are to be told of what was before; true once all
  /// were looked at.
  func lookForPast(of key: String) -> Bool {
    let query: CallArrangement.Query? = read { board, _, now in
      board.agent(key: key, since: now).map { agent in
        AgentDetail.query(past(of: agent, agent.calls.compactMap { board.call($0) }), of: agent)
      }
    }
    return query.map { look($0) } ?? true
  }

  /// Who rings matters more than who is on the line.
  private func past(of agent: Agent, _ calls: [CallRow]) -> AgentDetail.Past {
    let ringing = calls.filter { $0.call.openLeg(of: agent)?.state == .ringing }
    let caller = (ringing + calls).lazy.compactMap(\.call.customer).first
    return caller.map { .ofCaller($0) } ?? .ofAgent
  }

  /// What they want to be called for.
  func alarms(
    ofAgent key: String, _ board: borrowing CallBoard, _ now: Instant
  ) -> Alarms {
    var alarms = Alarms()
    guard let agent = board.agent(key: key, since: now) else { return alarms }
    alarms.rings = agent.rings
    // While they talk another call may ring.
    let ringing = agent.calls.compactMap { sid -> (row: CallRow, since: Instant)? in
      guard let row = board.call(sid), let leg = row.call.openLeg(of: agent),
        leg.state == .ringing
      else { return nil }
      return (row, leg.clock)
    }.sorted { $0.since < $1.since }
    alarms.newest = ringing.last?.row
    let red = ringing.filter { now - $0.since >= thresholds.ringing }
    alarms.ringing = Overdue(count: red.count, row: red.last?.row)
    return alarms
  }
}
