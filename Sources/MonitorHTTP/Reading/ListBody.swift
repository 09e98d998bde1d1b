import CallModel
import CallbackWire
import Monitoring

/// A list as JSON, made piece by piece. The first rows are as they stood when all were counted; of the
/// others it holds where they stand, and reads them when their turn has come. What has left the board by
/// then is left out.
struct ListBody: Sendable {
  private enum Rows: Sendable {
    /// Of these sids.
    case calls(ArraySlice<String>)
    /// At these places.
    case agents(ArraySlice<Int>)
    /// With these keys.
    case lines(ArraySlice<String>)
    /// Of one call. They are shared with the monitor, which keeps them anyway.
    case callbacks(ArraySlice<WireLog.Kept>)
  }

  /// A piece is not much larger: a row more at most.
  private static let bytes = 32_768
  /// The number of rows that are read before callbacks have their turn.
  static let rows = 64

  private let monitor: CallMonitor
  private var rows: Rows
  private var opening: [UInt8]
  private let end: [UInt8]
  private var hasRows = false
  private(set) var isAtEnd = false

  /// A call with its callbacks, which are behind all else of it.
  init(_ monitor: CallMonitor, _ row: CallRow, callbacks: [WireLog.Kept]) {
    self.monitor = monitor
    rows = .callbacks(callbacks[...])
    var writer = JSONWriter()
    writer.call(row)
    opening = writer.bytes.dropLast() + Array(",\"callbacks\":[".utf8)
    end = Array("]}".utf8)
  }

  private init(_ monitor: CallMonitor, _ name: String, _ rows: Rows, total: Int, next: Int?) {
    self.monitor = monitor
    self.rows = rows
    opening = Array("{\"\(name)\":[".utf8)
    var writer = JSONWriter()
    writer.object {
      $0.field("total", total)
      $0.field("cursor", next.map(ListPart.cursor))
    }
    // What follows the rows, in the same object.
    end = Array("],".utf8) + writer.bytes.dropFirst()
  }

  init(_ monitor: CallMonitor, calls found: CallSearch.Result, of query: CallQuery) {
    let end = query.offset + found.sids.count
    let hasMore = !found.sids.isEmpty && end < found.total
    let first = Self.written(found.rows) { $0.call($1) }
    self.init(
      monitor, "calls", .calls(found.sids.dropFirst(first.count)), total: found.total,
      next: hasMore ? end : nil)
    begin(with: first)
  }

  /// Of `total` agents those that stand at `places`, the first of which is the `offset`th; `agents` are
  /// the first of them.
  init(
    _ monitor: CallMonitor, agents places: [Int], _ agents: [Agent?], total: Int, offset: Int
  ) {
    let end = offset + places.count
    let hasMore = !places.isEmpty && end < total
    let first = Self.written(agents) { $0.agent($1) }
    self.init(
      monitor, "agents", .agents(places.dropFirst(first.count)), total: total,
      next: hasMore ? end : nil)
    begin(with: first)
  }

  /// Of `total` lines those with these keys, the first of which is the `offset`th; `lines` are the first
  /// of them.
  init(
    _ monitor: CallMonitor, lines keys: [String], _ lines: [Line?], total: Int, offset: Int
  ) {
    let end = offset + keys.count
    let hasMore = !keys.isEmpty && end < total
    let first = Self.written(lines) { $0.line($1) }
    self.init(
      monitor, "lines", .lines(keys.dropFirst(first.count)), total: total,
      next: hasMore ? end : nil)
    begin(with: first)
  }

  /// The next piece; the last one where ``isAtEnd`` is true then.
  mutating func next() -> [UInt8] {
    var piece = opening
    opening = []
    while piece.count < Self.bytes, !isAtEnd {
      let rows = takeRows()
      if rows.isEmpty {
        isAtEnd = true
        piece += end
      }
      append(rows, to: &piece)
    }
    return piece
  }

  private mutating func begin(with rows: [[UInt8]]) {
    var first = opening
    append(rows, to: &first)
    opening = first
  }

  private mutating func append(_ rows: [[UInt8]], to piece: inout [UInt8]) {
    for row in rows where !row.isEmpty {
      if hasRows { piece.append(UInt8(ascii: ",")) }
      hasRows = true
      piece += row
    }
  }

  /// As many rows as fit into a piece, empty ones for what has left; none at all behind the last.
  private mutating func takeRows() -> [[UInt8]] {
    switch rows {
    case .calls(let sids):
      let some = sids.prefix(Self.rows)
      let calls = monitor.read { board, _, _ in some.map { board.call($0) } }
      let taken = Self.written(calls) { $0.call($1) }
      rows = .calls(sids.dropFirst(taken.count))
      return taken
    case .agents(let places):
      let some = places.prefix(Self.rows)
      let agents = monitor.read { board, _, now in
        let start = monitor.windowStart(now)
        return some.map { board.agents(at: [$0], since: start).first }
      }
      let taken = Self.written(agents) { $0.agent($1) }
      rows = .agents(places.dropFirst(taken.count))
      return taken
    case .lines(let keys):
      let some = keys.prefix(Self.rows)
      let lines = monitor.read { board, _, _ in some.map { board.line(key: $0) } }
      let taken = Self.written(lines) { $0.line($1) }
      rows = .lines(keys.dropFirst(taken.count))
      return taken
    case .callbacks(let kept):
      let taken = Self.written(kept.prefix(Self.rows).map { $0 }) { $0.callback($1) }
      rows = .callbacks(kept.dropFirst(taken.count))
      return taken
    }
  }

  private static func written<Row>(
    _ rows: [Row?], _ write: (inout JSONWriter, Row) -> Void
  ) -> [[UInt8]] {
    var (taken, count) = ([[UInt8]](), 0)
    for row in rows {
      guard count < Self.bytes else { break }
      var writer = JSONWriter()
      if let row { write(&writer, row) }
      count += writer.bytes.count
      taken.append(writer.bytes)
    }
    return taken
  }
}
