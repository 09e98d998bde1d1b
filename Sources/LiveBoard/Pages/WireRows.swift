import BoardScreen
import CallModel
import CallbackWire
import Monitoring

/// Makes rows of the screen of what came over the wire.
enum WireRows {
  static func page(_ page: ListPage<WireLog.Entry>) -> ListPage<WireRow> {
    ListPage(
      total: page.total, offset: page.offset, selected: page.selected,
      rows: page.rows.map(WireRow.init))
  }

  /// Of all requests those that are wanted, in the order that is wanted.
  static func page(
    _ list: ListRequest, _ entries: [WireLog.Entry], _ now: Instant
  ) -> ListPage<WireRow> {
    let order = list.order
    return ListPage(
      list.cursor, height: list.height, of: entries.map(WireRow.init), filter: list.filter,
      now: now, sortedBy: order.map { order in { $0.value(of: order.column) ?? .unknown } },
      descending: order?.isDescending ?? false, id: { String($0.sequence) })
  }
}

extension WireRow {
  fileprivate init(_ entry: WireLog.Entry) {
    self.init(
      sequence: entry.number, arrivedAt: entry.request.arrivedAt,
      method: entry.request.raw.method, answered: entry.status, latency: entry.latency,
      event: entry.callback?.event.word ?? entry.heartbeat.map { "Heartbeat \($0)" },
      sid: entry.callback?.sid,
      agent: entry.callback.flatMap(subject),
      notes: entry.notes,
      reason: entry.reason)
    forwarding = entry.forwarding
  }
}

/// Whom a callback is about; of one that knows two sides only, who is rung first.
private func subject(_ callback: Callback) -> PhoneNumber? {
  let isPlaced = callback.family == .statusCallback && callback.way != .incoming
  return callback.agent ?? (isPlaced ? callback.from : nil)
}

extension RequestDetail {
  init(_ entry: WireLog.Entry) {
    let raw = entry.request.raw
    self.init(
      row: WireRow(entry), peer: entry.request.peer, target: raw.target.hidingLinks,
      contentType: raw.contentType, body: String(decoding: raw.body, as: UTF8.self).hidingLinks)
  }
}

extension CallDetail {
  init(_ row: CallRow, _ kept: [WireLog.Kept]) {
    self.init(
      row: row,
      raw: kept.map { callback in
        CallDetail.Raw(
          callback: callback.callback, arrivedAt: callback.arrivedAt, method: callback.raw.method,
          target: callback.raw.target.hidingLinks, contentType: callback.raw.contentType,
          body: String(decoding: callback.raw.body, as: UTF8.self).hidingLinks,
          repeats: callback.repeats)
      })
  }
}

extension WireLog.Entry {
  fileprivate var notes: [String] {
    switch verdict {
    case .applied(let anomalies): anomalies.all.map(\.rawValue)
    case .repeated: ["duplicate"]
    case .refused: ["call is full"]
    case .departed: ["call has left"]
    case nil: []
    }
  }
}
