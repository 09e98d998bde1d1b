import CallModel
import CallbackWire
import Monitoring

/// What a reader of events is told first, made piece by piece: the board, or what of it has changed.
/// What it holds is where it stands; all is told as it is when its turn has come, which is what the
/// reader would know soon after anyway.
struct EventOpening: Sendable {
  private enum Stage: Sendable {
    /// The event that a snapshot is has begun.
    case beginning
    /// From that place on.
    case calls(from: Int)
    case agents(from: Int)
    case summary
    /// Calls that have changed, where they stand.
    case changes(ArraySlice<Int>)
    case end
  }

  /// A piece is not much larger: a row more at most.
  private static let bytes = 32_768

  private let text: EventText
  /// The changes that the reader has with it.
  private let changes: UInt64
  private var stage: Stage
  private var hasRows = false

  /// The live calls, all agents and the summary, as one event. Its data is several lines, cut where
  /// JSON may have a line feed; a heartbeat may stand between them.
  init(snapshot changes: UInt64, _ text: EventText) {
    (self.text, self.changes, stage) = (text, changes, .beginning)
  }

  /// The calls that stand at `places`, with their agents, and the summary behind them.
  init(_ places: [Int], upTo changes: UInt64, _ text: EventText) {
    (self.text, self.changes, stage) = (text, changes, .changes(places[...]))
  }

  var isAtEnd: Bool { if case .end = stage { true } else { false } }

  /// The next piece; there is none at the end.
  mutating func next() -> [UInt8] {
    if case .changes(let places) = stage { return next(of: places) }
    var piece: [UInt8] = []
    if case .beginning = stage {
      piece = text.head("snapshot", at: changes)
      stage = .calls(from: 0)
      piece += "data: {\"calls\":[".utf8
    } else {
      piece += "data: ".utf8
    }
    while piece.count < Self.bytes, !isAtEnd { add(to: &piece) }
    piece.append(UInt8(ascii: "\n"))
    return piece
  }

  private mutating func add(to piece: inout [UInt8]) {
    switch stage {
    case .calls(let place):
      let (calls, next) = text.monitor.liveCalls(from: place)
      let rest = addRows(calls, to: &piece) { $0.call($1.row) }
      if let place = rest?.place ?? next {
        stage = .calls(from: place)
      } else {
        piece += "],\"agents\":[".utf8
        hasRows = false
        stage = .agents(from: 0)
      }
    case .agents(let place):
      let (agents, next) = text.monitor.agents(from: place)
      let rest = addRows(agents, to: &piece) { $0.agent($1.agent) }
      if let place = rest?.place ?? next {
        stage = .agents(from: place)
      } else {
        piece += "],\"summary\":".utf8
        stage = .summary
      }
    case .summary:
      piece += text.summary() + Array("}\n".utf8)
      stage = .end
    case .beginning, .changes, .end: break
    }
  }

  /// Adds rows as long as there is room; gives the first for which there is none.
  private mutating func addRows<Row>(
    _ rows: [Row], to piece: inout [UInt8], _ write: (inout JSONWriter, Row) -> Void
  ) -> Row? {
    for row in rows {
      guard piece.count < Self.bytes else { return row }
      if hasRows { piece.append(UInt8(ascii: ",")) }
      hasRows = true
      var writer = JSONWriter()
      write(&writer, row)
      piece += writer.bytes
    }
    return nil
  }

  private mutating func next(of places: ArraySlice<Int>) -> [UInt8] {
    guard !places.isEmpty else {
      stage = .end
      return text.summary(at: changes)
    }
    let some = places.prefix(EventText.calls)
    stage = .changes(places.dropFirst(some.count))
    // Where all of them have left, a sign of life.
    let piece = text.piece(some)
    return piece.isEmpty ? StreamText.heartbeat : piece
  }
}
