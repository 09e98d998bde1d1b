import BoardScreen
import CallModel
import CallbackWire
import Foundation
import MonitorHTTP
import Monitoring

/// Fetches pages of the live board for the screen.
struct BoardPages: BoardSource {
  private let monitor: CallMonitor
  private let address: String
  /// Where warnings are looked for; nil where there is no log.
  private let log: LogFile?

  private let frozen = FrozenBoard()

  init(monitor: CallMonitor, address: String, log: LogFile? = nil) {
    self.monitor = monitor
    self.address = address
    self.log = log
  }

  func page(_ request: PageRequest) -> BoardPage {
    let live: BoardPage = monitor.read { board, wire, now in
      page(request, board, wire, now, status: status(wire, now))
    }
    // The wire is told as it is: a screen that stands still must not hide that nothing is kept.
    let still: BoardPage? = frozen.read { board, wire, now in
      page(request, board, wire, now, status: live.wire)
    }
    guard var still else { return live }
    still.pause = .init(changes: live.revision &- still.revision)
    return still
  }

  func freeze() {
    let copy = monitor.read { board, wire, now in
      FrozenBoard.Copy(board: copy board, wire: copy wire, now: now)
    }
    frozen.set(copy)
  }

  func thaw() { frozen.set(nil) }

  private func page(
    _ request: PageRequest, _ board: borrowing CallBoard, _ wire: borrowing WireLog, _ now: Instant,
    status: WireStatus
  ) -> BoardPage {
    let start = monitor.windowStart(now)
    return BoardPage(
      now: now, revision: board.revision &+ UInt64(wire.rejected),
      figures: board.figures(since: start), wire: status,
      content: content(request, board, wire, now, start))
  }

  private func status(_ wire: borrowing WireLog, _ now: Instant) -> WireStatus {
    WireStatus(
      listener: .listening(address), fault: monitor.fault?.headline, received: wire.received,
      rejected: wire.rejected,
      lastReceivedAt: wire.lastReceivedAt, lastRejectedAt: wire.lastRejectedAt,
      perSecond: wire.perSecond(at: now), warning: log?.lastWarning(at: now))
  }

  private func content(
    _ request: PageRequest, _ board: borrowing CallBoard, _ wire: borrowing WireLog,
    _ now: Instant, _ start: Instant
  ) -> BoardPage.Content {
    switch request {
    case .calls(let cursor, let height, let agents, let agentHeight):
      .calls(
        board.callPage(cursor, height: height, now: now),
        agents: board.agentPage(agents, height: agentHeight, since: start))
    case .agents(let cursor, let height):
      .agents(board.agentPage(cursor, height: height, since: start))
    case .timeline(let cursor, let height, let span):
      .timeline(board.callPage(cursor, height: height, now: now, afterglow: span))
    case .history(let cursor, let height):
      .history(board.historyPage(cursor, height: height))
    case .callbacks(let cursor, let height):
      .callbacks(rows(wire.page(cursor, height: height)))
    case .call(let sid): .call(board.call(sid).map { detail($0, wire.callbacks(of: sid)) })
    }
  }

  private func rows(_ page: ListPage<WireLog.Entry>) -> ListPage<WireRow> {
    ListPage(
      total: page.total, offset: page.offset, selected: page.selected,
      rows: page.rows.map(Self.row))
  }

  private static func row(_ entry: WireLog.Entry) -> WireRow {
    WireRow(
      sequence: entry.number, arrivedAt: entry.request.arrivedAt,
      method: entry.request.raw.method, answered: entry.status, latency: entry.latency,
      event: entry.callback?.event.word, sid: entry.callback?.sid,
      agent: entry.callback.flatMap { $0.agent ?? $0.from }?.text, notes: entry.notes,
      reason: entry.reason)
  }

  private func detail(_ row: CallRow, _ kept: [WireLog.Kept]) -> CallDetail {
    CallDetail(
      row: row,
      raw: kept.map { callback in
        CallDetail.Raw(
          arrivedAt: callback.arrivedAt, method: callback.raw.method,
          target: callback.raw.target, contentType: callback.raw.contentType,
          body: String(decoding: callback.raw.body, as: UTF8.self), repeats: callback.repeats)
      })
  }
}

extension WireLog.Entry {
  fileprivate var notes: [String] {
    switch verdict {
    case .applied(let anomalies): anomalies.all.map(\.rawValue)
    case .repeated: ["duplicate"]
    case .refused: ["call is full"]
    case nil: []
    }
  }
}

extension Callback.Event {
  /// As the screen names it.
  fileprivate var word: String {
    switch self {
    case .dial: "Dial"
    case .ringing: "Ringing"
    case .answered: "Answered"
    case .terminal: "Terminal"
    case .disposition(let word): "after call: \(word)"
    case .other(let word): word
    }
  }
}
