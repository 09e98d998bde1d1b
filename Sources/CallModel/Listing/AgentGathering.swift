/// All agents as they are at one moment, though they are taken bit by bit so that callbacks have their
/// turn: those that have changed by then are taken anew in the end.
package struct AgentGathering: Sendable {
  private var agents: [Int: Agent] = [:]
  /// The minute from which on their figures count; nil before it began.
  private var minute: Int64?
  /// The changes that were there when it began.
  private var changes: UInt64 = 0
  /// Where those stand that were not looked at yet.
  private var places: ArraySlice<Int> = []
  private var order: [Int] = []

  package init() {}

  /// Takes up to `limit` agents, whose figures count from `start` on; true once it has all.
  package mutating func look(
    at board: borrowing CallBoard, since start: Instant, limit: Int
  ) -> Bool {
    if minute != start.minute {
      self = AgentGathering()
      (minute, changes) = (start.minute, board.agentChangeCount)
      places = board.agentPlaces[...]
    }
    let some = places.prefix(limit)
    take(some, board, start)
    places = places.dropFirst(some.count)
    return places.isEmpty
  }

  /// Makes those that were taken what they are now. False where more than `limit` would have to be taken:
  /// they are to be looked at anew.
  package mutating func finish(
    at board: borrowing CallBoard, since start: Instant, limit: Int
  ) -> Bool {
    order = board.agentPlaces
    // Figures are kept by the minute: a window that moves with the clock is the same until the next one.
    let isSameWindow = minute == start.minute
    let changed = isSameWindow ? board.changedAgents(since: changes) : nil
    let outdated = changed.map { places.isEmpty ? Array($0) : order } ?? order
    guard outdated.count <= limit else {
      self = AgentGathering()
      return false
    }
    take(outdated, board, start)
    return true
  }

  /// All of them, in the order of the board's list.
  package var all: [Agent] { order.compactMap { agents[$0] } }

  private mutating func take(
    _ some: some Sequence<Int>, _ board: borrowing CallBoard, _ start: Instant
  ) {
    for place in some { agents[place] = board.agents(at: [place], since: start).first }
  }
}
