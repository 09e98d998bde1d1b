@testable import CallModel

/// In which orders callbacks may arrive.
enum Orders {
  /// The first order in which the callbacks make another call; nil where all make the same.
  static func firstDiffering(of callbacks: [Callback], seed: Int) -> [Callback]? {
    var random = Seeded(UInt64(seed))
    let expected = settled(callbacks)
    return all(of: callbacks, &random).first { settled($0) != expected }
  }

  /// The first order in which the callbacks of several calls make another board; nil where all make the
  /// same.
  static func firstDifferingBoard(of callbacks: [Callback], seed: Int) -> [Callback]? {
    var random = Seeded(UInt64(seed))
    let expected = settledBoard(callbacks)
    return all(of: callbacks, &random).first { settledBoard($0) != expected }
  }

  /// The calls and figures at several times after the last callback, without what tells of arrivals.
  private static func settledBoard(_ callbacks: [Callback]) -> [BoardPicture] {
    let last = callbacks.compactMap(\.eventTime).max() ?? Floor.start
    var board = CallBoard(roster: BridgeFloor.roster)
    for callback in callbacks { _ = board.apply(callback, arrivedAt: last + .seconds(1)) }
    return [2.0, 65, 700, 16_000].map { seconds in
      board.advance(to: last + .seconds(seconds))
      return BoardPicture(board)
    }
  }

  /// What people see of a board.
  private struct BoardPicture: Hashable {
    var calls: [String: Call] = [:]
    var agents: [Agent] = []
    var figures: BoardFigures

    init(_ board: CallBoard) {
      for row in board.allCalls() { calls[row.call.sid] = Orders.lasting(row.call) }
      agents = board.agents(since: Floor.at(-3_600)).sorted { $0.number.key < $1.number.key }
      for place in agents.indices {
        (agents[place].rings, agents[place].changedAt) = (0, nil)
      }
      figures = board.figures(since: Floor.at(-3_600))
      (figures.accepted, figures.duplicates) = (0, 0)
      figures.activities = figures.activities.filter { $0.value > 0 }
    }
  }

  /// All permutations of up to five callbacks, else 200 random ones; each with repetitions.
  private static func all(
    of callbacks: [Callback], _ random: inout Seeded
  ) -> [[Callback]] {
    let permutations =
      callbacks.count <= 5
      ? permutations(callbacks) : (0..<200).map { _ in callbacks.shuffled(using: &random) }
    return permutations.map { permutation in
      let repeated = permutation.filter { _ in Bool.random(using: &random) }
      return Bool.random(using: &random)
        ? permutation + repeated.shuffled(using: &random)
        : permutation.flatMap { [$0, $0] }
    }
  }

  private static func permutations(_ callbacks: [Callback]) -> [[Callback]] {
    guard callbacks.count > 1 else { return [callbacks] }
    return callbacks.indices.flatMap { place in
      var rest = callbacks
      let first = rest.remove(at: place)
      return permutations(rest).map { [first] + $0 }
    }
  }

  /// The call at several times after its last callback, without what tells of arrivals.
  private static func settled(_ callbacks: [Callback]) -> [Call?] {
    var history = CallHistory()
    let last = callbacks.compactMap(\.eventTime).max() ?? Floor.start
    for (place, callback) in callbacks.enumerated() {
      _ = history.insert(SharedCallback(callback), arrivedAt: last + .milliseconds(place))
    }
    return [2.0, 65, 700, 16_000].map { seconds in
      lasting(
        CallFold.call(
          history, now: last + .seconds(seconds), rules: CallRules(), roster: Roster(),
          facts: AccountFacts()))
    }
  }

  /// The call without what tells of arrivals.
  static func lasting(_ call: Call?) -> Call? {
    var call = call
    call?.duplicates = 0
    var lasting = AnomalySet()
    for anomaly in call?.anomalies.all ?? []
    where ![.duplicate, .late, .outOfOrder].contains(anomaly) {
      lasting.insert(anomaly)
    }
    call?.anomalies = lasting
    return call
  }
}
