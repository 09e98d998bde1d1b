import CallModel
import CallbackWire
import Monitoring

/// Writes what has changed on the board as events.
struct EventText: Sendable {
  let monitor: CallMonitor
  /// The first part of ids: those of another run mean nothing here.
  let run: String

  /// The number of calls that are looked at before callbacks have their turn.
  static let calls = 64

  /// The changes that the reader of an event has; nil for an id that is none of this run.
  func changes(of id: String?) -> UInt64? {
    guard let id, id.hasPrefix(run + "-") else { return nil }
    return UInt64(id.dropFirst(run.count + 1))
  }

  /// `call` and `agent` for each that has changed, as it is now, and `summary` behind them, with the id:
  /// who is cut before gets all of them again.
  func pieces(_ places: [Int], upTo changes: UInt64) -> [[UInt8]] {
    let starts = stride(from: 0, to: places.count, by: Self.calls)
    let pieces = starts.map { piece(places[$0..<min($0 + Self.calls, places.count)]) }
    return pieces + [summary(at: changes)]
  }

  /// `call` and `agent` for what stands at these places now.
  func piece(_ places: ArraySlice<Int>) -> [UInt8] {
    let changed = monitor.changed(at: places)
    let calls = changed.calls.map { row in event("call") { $0.call(row) } }
    let agents = changed.agents.map { agent in event("agent") { $0.agent(agent) } }
    return Array((calls + agents).joined())
  }

  /// The event whose reader has all changes up to these.
  func summary(at changes: UInt64) -> [UInt8] {
    StreamText.event("summary", id: id(changes), summary())
  }

  /// The JSON of the summary.
  func summary() -> [UInt8] {
    let summary = monitor.summary
    var writer = JSONWriter()
    writer.summary(summary)
    return writer.bytes
  }

  /// The lines before the data of an event.
  func head(_ name: String, at changes: UInt64) -> [UInt8] {
    Array("id: \(id(changes))\nevent: \(name)\n".utf8)
  }

  private func id(_ changes: UInt64) -> String { "\(run)-\(changes)" }

  private func event(_ name: String, _ body: (inout JSONWriter) -> Void) -> [UInt8] {
    var writer = JSONWriter()
    body(&writer)
    return StreamText.event(name, writer.bytes)
  }
}

extension CallMonitor {
  /// What `/v1/summary` tells.
  var summary: BoardSummary {
    read { board, wire, forward, now in
      BoardSummary(
        figures: board.figures(since: windowStart(now), now: now), rejected: wire.rejected,
        perSecond: wire.perSecond(at: now), lastAt: wire.lastReceivedAt, now: now,
        forward: forward)
    }
  }
}
