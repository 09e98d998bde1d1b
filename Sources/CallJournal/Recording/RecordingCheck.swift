import CallModel
import CallbackWire

/// Goes through a recording: what the board makes of each call, and what is odd about its callbacks.
///
/// Holds the calls of a board; findings of one kind about one field of a call are one.
package struct RecordingCheck: Sendable {
  /// Something that was found, however often.
  package struct Finding: Hashable, Sendable {
    /// Nil where it is about the whole callback.
    package var field: String?
    package var remark: ReviewRemark
    package var count: Int
    /// The sequence of the entry that it was found in first.
    package var sequence: UInt64
  }

  /// A call with what was found in its callbacks, notes left out.
  package struct CheckedCall: Sendable {
    package var row: CallRow
    package var findings: [Finding]

    /// True where one of its callbacks loses something, or they do not go together.
    package var isWrong: Bool {
      findings.contains { $0.remark.severity == .wrong }
        || row.call.anomalies.all.contains(where: \.isFault)
    }
  }

  /// Requests that were, or would be, refused for one reason.
  package struct Rejection: Hashable, Sendable {
    package var status: Int
    package var reason: String
    package var count: Int
    /// That of the first one.
    package var sequence: UInt64
  }

  package private(set) var entries = 0
  package private(set) var calls = 0
  package private(set) var wrongCalls = 0
  /// Heartbeats of the lines, which are about no call.
  package private(set) var heartbeats = 0
  /// The first ones, ``toldDamages`` at most.
  package private(set) var damages: [JournalDamage] = []
  package private(set) var damagedCount = 0
  /// The first reasons, ``toldRejections`` at most.
  package private(set) var rejections: [Rejection] = []
  package private(set) var rejectedCount = 0
  /// How often each kind was found, notes among them.
  package private(set) var kinds: [ReviewRemark.Kind: Int] = [:]
  private let decoder: CallbackDecoder
  private var board: CallBoard
  private var found: [String: [Finding]] = [:]
  private var last: Instant?

  package static let toldDamages = 20
  package static let toldRejections = 50
  /// The number of different findings of a call that are told.
  private static let toldFindings = 50

  /// `board` has no calls.
  package init(decoder: CallbackDecoder, board: CallBoard) {
    self.decoder = decoder
    self.board = board
  }

  /// True where a line is lost, a request was refused, or a call has something wrong.
  package var isWrong: Bool { damagedCount + rejectedCount + wrongCalls > 0 }

  /// Takes the next line, and gives the calls that have left the board for it.
  package mutating func take(_ item: JournalReader.Item) -> [CheckedCall] {
    switch item {
    case .damaged(let damage):
      damagedCount += damage.lines.count
      if damages.count < Self.toldDamages { damages.append(damage) }
      return []
    case .entry(let entry):
      entries += 1
      last = max(entry.arrivedAt, last ?? entry.arrivedAt)
      if let rejection = entry.rejection, !rejection.isOfContent {
        reject(rejection.status, rejection.reason, entry)
      } else {
        review(entry)
      }
      return checked(board.takeDeparted())
    }
  }

  /// Gives the calls that are left, as they stood at the end of the recording.
  package mutating func finish() -> [CheckedCall] {
    if let last { board.advance(to: last) }
    return checked(board.takeDeparted()) + checked(board.allCalls())
  }

  private mutating func review(_ entry: JournalEntry) {
    let review = decoder.review(entry.raw)
    switch review.result {
    case .failure(let error): reject(error.httpStatus, error.description, entry)
    case .success((.heartbeat, _)):
      heartbeats += 1
      for (_, remark) in review.all { kinds[remark.kind, default: 0] += 1 }
    case .success((.callback(let shared), _)):
      _ = board.apply(shared, arrivedAt: entry.arrivedAt)
      let sid = shared.callback.sid
      for (field, remark) in review.all { note(field, remark, sid, entry.sequence) }
    }
  }

  private mutating func note(
    _ field: String?, _ remark: ReviewRemark, _ sid: String, _ sequence: UInt64
  ) {
    kinds[remark.kind, default: 0] += 1
    guard remark.severity != .note else { return }
    if let place = found[sid]?.firstIndex(where: { $0.field == field && $0.remark == remark }) {
      found[sid]?[place].count += 1
    } else if found[sid, default: []].count < Self.toldFindings {
      found[sid, default: []].append(
        Finding(field: field, remark: remark, count: 1, sequence: sequence))
    }
  }

  private mutating func reject(_ status: Int, _ reason: String, _ entry: JournalEntry) {
    rejectedCount += 1
    if let place = rejections.firstIndex(where: { ($0.status, $0.reason) == (status, reason) }) {
      rejections[place].count += 1
    } else if rejections.count < Self.toldRejections {
      rejections.append(
        Rejection(status: status, reason: reason, count: 1, sequence: entry.sequence))
    }
  }

  private mutating func checked(_ rows: [CallRow]) -> [CheckedCall] {
    rows.map { row in
      let call = CheckedCall(row: row, findings: found.removeValue(forKey: row.call.sid) ?? [])
      calls += 1
      if call.isWrong { wrongCalls += 1 }
      return call
    }
  }
}

extension Anomaly {
  /// True where something is wrong with what was sent, rather than how: callbacks come twice, late
  /// and out of order every day, and many accounts tell no ringing and no outcome.
  package var isFault: Bool {
    switch self {
    case .unknownStatus, .contradiction, .lostTerminal, .implausibleTime: true
    case .duplicate, .inferredOutcome, .outOfOrder, .late, .noRinging, .unknownOutcome: false
    }
  }
}
