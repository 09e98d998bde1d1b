import CallJournal
import CallModel
import CallbackDelivery
import CallbackWire
import Monitoring
import ServiceLifecycle
import Synchronization

/// Sends the accepted callbacks of a recording to a URL, each once and when it is due, those of a
/// call one after another. Where nobody answers the first one, it goes no further.
final class ReplaySending: Service {
  private let index: RecordingIndex
  private let playback: Playback
  private let decoder: CallbackDecoder
  private let target: CallbackTarget
  private let outcome = Mutex(Outcome())

  /// What has come out so far.
  struct Outcome: Sendable {
    var counts = DeliveryCounts()
    var calls: Set<String> = []
    var elapsed = Duration.zero
  }

  private typealias Sending = Task<Void, Never>

  /// Those under way: the oldest first, and the last of each call.
  private struct Flights {
    var all: [(sid: String, task: Sending)] = []
    var last: [String: Sending] = [:]

    mutating func begin(_ sid: String, _ task: Sending) {
      all.append((sid, task))
      last[sid] = task
    }

    mutating func land() async {
      guard !all.isEmpty else { return }
      let (sid, task) = all.removeFirst()
      await withTaskCancellationHandler {
        await task.value
      } onCancel: {
        task.cancel()
      }
      if last[sid] == task { last[sid] = nil }
    }
  }

  /// The most requests that are on their way at once.
  private static let limit = 32
  /// More often nothing is looked for.
  private static let beat = Duration.milliseconds(5)

  init(
    index: RecordingIndex, playback: Playback, decoder: CallbackDecoder, target: CallbackTarget
  ) {
    self.index = index
    self.playback = playback
    self.decoder = decoder
    self.target = target
  }

  /// How it ended.
  func report(of name: String) -> DeliveryReport {
    outcome.withLock {
      DeliveryReport(
        name: name, target: target, calls: $0.calls.count, counts: $0.counts, elapsed: $0.elapsed)
    }
  }

  /// Sends to the end of the recording, or until the process is asked to stop.
  func run() async throws {
    let sender = CallbackSender(connections: Self.limit)
    let began = ContinuousClock.now
    try await cancelWhenGracefulShutdown { [self] in
      try await send(through: sender, since: began)
    }
    outcome.withLock { $0.elapsed = ContinuousClock.now - began }
    try await sender.close()
  }

  private func send(
    through sender: CallbackSender, since began: ContinuousClock.Instant
  ) async throws {
    var (progress, rate, flights) = (ProgressLine(), RecentRate(), Flights())
    try await eachDue { raw in
      while flights.all.count >= Self.limit { await flights.land() }
      let sid = (try? decoder.decode(raw))?.sid ?? ""
      flights.begin(sid, send(raw, of: sid, by: sender, after: flights.last[sid]))
      if isFirst { await flights.land() }
      let (counts, calls) = outcome.withLock { ($0.counts, $0.calls.count) }
      let elapsed = ContinuousClock.now - began
      rate.note(counts.callbacks, at: elapsed)
      progress.show {
        DeliveryText(counts: counts, elapsed: elapsed).progress(
          calls: calls, perSecond: rate.perSecond, isSimulated: false)
      }
      return !isInVain
    }
    while !flights.all.isEmpty { await flights.land() }
    progress.end()
  }

  private var isFirst: Bool { outcome.withLock { $0.counts.tries == 0 } }

  private var isInVain: Bool {
    outcome.withLock { $0.counts.answered.isEmpty && !$0.counts.unanswered.isEmpty }
  }

  /// Hands out the accepted callbacks when they are due, as long as they are wanted.
  private func eachDue(_ body: (RawCallback) async -> Bool) async throws {
    var playback = playback
    var tape = RecordingTape(index)
    try tape.wind(to: playback.position)
    var last = ContinuousClock.now
    while playback.motion != .ended {
      let now = ContinuousClock.now
      for case .play(let range) in playback.update(.pass(now - last)) {
        for _ in range {
          guard !Task.isCancelled else { return }
          guard let entry = try tape.next(), entry.rejection == nil else { continue }
          guard await body(entry.raw) else { return }
        }
      }
      last = now
      guard !Task.isCancelled else { return }
      if playback.speed != .unlimited { try? await Task.sleep(for: Self.beat) }
    }
  }

  private func send(
    _ raw: RawCallback, of sid: String, by sender: CallbackSender, after previous: Sending?
  ) -> Sending {
    outcome.withLock {
      // A heartbeat of the lines is about no call.
      if !sid.isEmpty { $0.calls.insert(sid) }
      $0.counts.begin(sid, attempt: 1)
    }
    return Task { [self] in
      await previous?.value
      let answer: Result<CallbackSender.Answer, any Error>
      do {
        answer = .success(try await sender.send(raw, to: target))
      } catch {
        answer = .failure(error)
      }
      // What was broken off at the end is no failure of the receiver.
      if case .failure = answer, Task.isCancelled { return }
      outcome.withLock { $0.counts.end(sid, answer, isTriedAgain: false) }
    }
  }
}
