import CallJournal
import CallModel
import CallbackWire

/// What came over the wire lately: the last requests, the last rejected ones, the raw callbacks of
/// the calls on the board, and how fast they come.
package struct WireLog: Sendable {
  /// One request, accepted or rejected.
  package struct Entry: Sendable {
    /// Counts all requests of this log, from 1.
    package var number: UInt64
    package var request: CallbackRequest
    /// The HTTP status that was answered.
    package var status: Int
    /// From the whole request to the answer; nil for one from before this program was started.
    package var latency: Duration?
    /// Nil for a rejected request, and for one that is about no call.
    package var callback: Callback? { shared?.callback }
    fileprivate var shared: SharedCallback?
    /// `status_type` of a heartbeat of the lines.
    package var heartbeat: String?
    package var verdict: CallBoard.Verdict?
    /// Why it was rejected.
    package var reason: String?
    /// Nil where it is not forwarded.
    package fileprivate(set) var forwarding: Forwarding?
  }

  /// A callback of one call, as it arrived first.
  package struct Kept: Sendable {
    /// Its sequence in the journal, or among the requests where there is none.
    package var sequence: UInt64
    package var arrivedAt: Instant
    package var raw: RawCallback
    /// What it was understood as.
    package var callback: Callback { shared.callback }
    let shared: SharedCallback
    /// How often the same delivery came again.
    package var repeats: Int
  }

  /// A rejected request, for those who look at it here, and for those who follow the board.
  private struct Refused: Sendable {
    var entry: Entry
    var kept: JournalEntry
  }

  /// Accepted callbacks, repeated ones included.
  package private(set) var received = 0
  package private(set) var rejected = 0
  package private(set) var lastReceivedAt: Instant?
  package private(set) var lastRejectedAt: Instant?
  /// By how much the clock of the machine was set back; nil where it was not, or has made up for it.
  package internal(set) var clockBehind: Duration?
  package private(set) var metrics = WireMetrics()
  private var recent = LastElements<Entry>(capacity: 2_000)
  private var refused = LastElements<Refused>(capacity: refusedCount)
  private var kept = KeptCallbacks()
  private var keptHeartbeats = KeptHeartbeats()
  private var rate = RateMeter()

  /// How many rejected requests are kept.
  private static let refusedCount = 200
  /// The most bytes that are kept of the body of a rejected request.
  private static let rejectedBytes = 1_024

  /// Those heartbeats that are kept, in the order of arrival.
  var heartbeats: [JournalEntry] { keptHeartbeats.entries }

  /// The last rejected requests since `start`, in the order of arrival.
  func refusals(since start: Instant) -> [JournalEntry] {
    refused.slice(0..<refused.count).map(\.kept).prefix { $0.arrivedAt >= start }.reversed()
  }

  package init() {}

  /// That of the last request.
  var number: UInt64 { UInt64(received) + UInt64(rejected) }

  mutating func accept(
    _ request: CallbackRequest, _ content: RequestContent, _ verdict: CallBoard.Verdict,
    sequence: UInt64, foldedIn fold: Duration
  ) {
    metrics.accept(request, verdict, foldedIn: fold)
    received += 1
    lastReceivedAt = request.arrivedAt
    rate.count(at: request.arrivedAt)
    var entry = Entry(
      number: number, request: request, status: 200, latency: request.latency, verdict: verdict)
    switch content {
    case .callback(let shared):
      keep(request, shared, verdict, sequence)
      entry.shared = shared
    case .heartbeat(let heartbeat):
      keptHeartbeats.append(request, sequence)
      entry.heartbeat = heartbeat.status
      metrics.noteHeartbeat(request)
    }
    recent.append(entry.withoutLargeBody)
  }

  mutating func reject(
    _ request: CallbackRequest, _ rejection: JournalEntry.Rejection, sequence: UInt64
  ) {
    metrics.reject(request, status: rejection.status)
    rejected += 1
    lastRejectedAt = request.arrivedAt
    var request = request
    request.raw.body = Array(request.raw.body.prefix(Self.rejectedBytes))
    let entry = Entry(
      number: number, request: request, status: rejection.status, latency: request.latency,
      reason: rejection.reason)
    recent.append(entry)
    refused.append(
      Refused(entry: entry, kept: request.entry(rejection).numbered(sequence)))
  }

  /// What has become of the forwarding of one; nothing happens where it is not kept any more.
  mutating func note(_ forwarding: Forwarding, of number: UInt64) {
    guard let position = position(of: number) else { return }
    recent.update(position) { $0.forwarding = forwarding }
  }

  /// Nil where it is not kept any more.
  package func entry(_ number: UInt64) -> Entry? {
    position(of: number).flatMap { recent.slice($0..<$0 + 1).first }
  }

  mutating func forget(_ sids: [String]) {
    for sid in sids { kept.forget(sid) }
  }

  private mutating func keep(
    _ request: CallbackRequest, _ shared: SharedCallback, _ verdict: CallBoard.Verdict,
    _ sequence: UInt64
  ) {
    switch verdict {
    case .applied:
      kept.append(
        Kept(
          sequence: sequence, arrivedAt: request.arrivedAt, raw: request.raw, shared: shared,
          repeats: 0), of: shared.callback.sid)
    case .repeated: kept.repeated(shared.callback, as: number)
    case .refused, .departed: break
    }
  }

  /// Callbacks per second over the last 10 seconds.
  package func perSecond(at now: Instant) -> Double { rate.perSecond(at: now) }

  /// Begins to tell the raw callbacks of calls that live, or were heard of since `start`.
  func walk(since start: Instant) -> KeptCallbacks.Walk { kept.walk(since: start, request: number) }

  /// The next ones of those that were there when the walk began, of `count` that are looked at.
  func take(
    _ count: Int, _ walk: inout KeptCallbacks.Walk, isLive: (String) -> Bool
  ) -> [Kept] {
    kept.take(count, &walk, isLive: isLive)
  }

  /// The raw callbacks of a call, in the order of arrival.
  package func callbacks(of sid: String) -> [Kept] { kept.callbacks(of: sid) }

  /// The last rejected requests, newest first.
  package func rejections() -> [Entry] { refused.slice(0..<refused.count).map(\.entry) }

  /// The last requests, newest first, as far as `cursor` and `height` show them.
  package func page(_ cursor: ListCursor, height: Int) -> ListPage<Entry> {
    ListPage(
      cursor, height: height, total: recent.count,
      position: { id in UInt64(id).flatMap(position) },
      slice: { recent.slice($0) })
  }

  private func position(of wanted: UInt64) -> Int? {
    guard wanted <= number, number - wanted < UInt64(recent.count) else { return nil }
    return Int(number - wanted)
  }
}

extension WireLog.Entry {
  /// The most bytes of a body that are kept for the list of requests.
  private static let largestBody = RawCallback.usualBodyBytes

  /// True where its body is not all there.
  var isCut: Bool { request.isCut }

  fileprivate var withoutLargeBody: Self {
    guard request.raw.body.count > Self.largestBody else { return self }
    var entry = self
    entry.request.raw.body = Array(request.raw.body.prefix(Self.largestBody))
    entry.request.isCut = true
    return entry
  }
}
