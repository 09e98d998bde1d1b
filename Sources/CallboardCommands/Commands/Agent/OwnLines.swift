import BoardClient
import BoardScreen
import CallModel
import Foundation
import Monitoring
import ServiceLifecycle

/// A line for each change of what one agent does.
struct OwnLines: Service {
  let board: FollowedBoard
  /// Of the agent's number.
  let key: String
  let zone: AccountZone
  /// Yields when the board has changed.
  let changes: AsyncStream<Void>
  let output: LineOutput

  /// What the agent does in their legs that are open.
  private struct Legs {
    struct Name: Hashable {
      var sid: String
      var index: Int
    }

    /// With the state by which they are compared.
    var open: [Name: (state: Leg.State, activity: Agent.Activity)] = [:]

    /// The most advanced one.
    var first: Name? { open.max { $0.value.state < $1.value.state }?.key }

    var activity: String {
      first.flatMap { open[$0]?.activity.word } ?? Agent.Status.free.rawValue
    }
  }

  /// Prints until the process is asked to stop, nobody reads any more, or the lines cannot be written.
  func run() async throws {
    var (legs, last) = (Legs(), AttachStatus.Link.catchingUp(0))
    for await _ in changes.cancelOnGracefulShutdown() {
      let link = board.status.link
      var lines: [String] = []
      if case .lost(let since, let reason, _) = link, last.isOtherLoss(than: since) {
        lines = [line(since, "unknown", [reason])]
      }
      if link == .live {
        if last != .live {
          // What is told of the beginning is not told again.
          _ = board.takeMoves()
          lines = begin(&legs)
        }
        lines += board.takeMoves().flatMap { changes($0, &legs) }
      }
      last = link
      guard await output.print(lines) else { break }
    }
    await output.waitForOtherWorkIfFailed()
  }

  /// What they do when it becomes known.
  private func begin(_ legs: inout Legs) -> [String] {
    let (agent, calls): (Agent?, [CallRow]) = board.monitor.read { board, _, now in
      let agent = board.agent(key: key, since: now)
      return (agent, agent?.calls.compactMap { board.call($0) } ?? [])
    }
    legs = Legs()
    let now = board.clock.board
    guard agent != nil else { return [line(now, "unknown", ["no call of this agent has come"])] }
    for row in calls { _ = changes(row, &legs) }
    guard let row = calls.first else { return [line(now, legs.activity, [])] }
    return [line(row.changedAt ?? row.call.clock, legs.activity, words(row))]
  }

  private func changes(_ row: CallRow, _ legs: inout Legs) -> [String] {
    var lines: [String] = []
    let own = keys
    for leg in row.call.legs where leg.party == .agent {
      guard let key = leg.number?.key, own.contains(key) else { continue }
      let name = Legs.Name(sid: row.call.sid, index: leg.index)
      let activity = leg.state.isOpen ? row.call.activity(of: leg) : nil
      guard legs.open[name]?.activity != activity else { continue }
      legs.open[name] = activity.map { (leg.state, $0) }
      let outcome = leg.outcome.map { [$0.rawValue] } ?? []
      let moment = row.changedAt ?? row.call.clock
      if activity == nil, let other = legs.first.flatMap({ call($0.sid) }) {
        // While they talk another call may ring: the last line is of what goes on.
        lines.append(line(moment, outcome.first ?? "ended", words(row)))
        lines.append(line(moment, legs.activity, words(other)))
      } else {
        lines.append(line(moment, activity?.rawValue ?? legs.activity, outcome + words(row)))
      }
    }
    return lines
  }

  /// Of all addresses of the agent.
  private var keys: Set<String> {
    let agent = board.monitor.read { board, _, now in board.agent(key: key, since: now) }
    return Set((agent?.addresses.map(\.key) ?? []) + [key])
  }

  private func call(_ sid: String) -> CallRow? {
    board.monitor.read { board, _, _ in board.call(sid) }
  }

  private func words(_ row: CallRow) -> [String] {
    let call = row.call
    let line = (row.lineLabel ?? call.virtualNumber?.text).map { ["on " + $0] } ?? []
    let talk = call.talk.map { ["talked " + ClockFace.elapsed($0)] } ?? []
    return [call.customer?.text ?? "unknown"] + line + talk + [call.sid]
  }

  private func line(_ moment: Instant, _ state: String, _ words: [String]) -> String {
    let time = CivilTime(moment, in: zone.civil).time
    return ([time, state] + words).joined(separator: "  ")
  }
}

extension AttachStatus.Link {
  fileprivate func isOtherLoss(than moment: Instant) -> Bool {
    if case .lost(let since, _, _) = self { since != moment } else { true }
  }
}
