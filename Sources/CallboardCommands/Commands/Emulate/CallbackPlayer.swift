import CallSimulator
import CallbackDelivery
import CallbackWire
import OutgoingHTTP
import ServiceLifecycle

/// Sends callbacks, each when it is due, and again where they are not taken, as Exotel would.
struct CallbackPlayer: Service {
  private struct Item: Sendable {
    var callback: SimulatedCallback
    var target: CallbackTarget
    var due: ContinuousClock.Instant
  }

  private let pace: Pace
  private let lines: EmulatorLines
  private let items: AsyncStream<Item>
  private let queue: AsyncStream<Item>.Continuation

  init(pace: Pace, lines: EmulatorLines) {
    self.pace = pace
    self.lines = lines
    (items, queue) = AsyncStream.makeStream()
  }

  /// Will be sent at `due`, if the player runs by then.
  func play(
    _ callback: SimulatedCallback, to target: CallbackTarget, at due: ContinuousClock.Instant
  ) {
    queue.yield(Item(callback: callback, target: target, due: due))
  }

  func run() async throws {
    let sender = CallbackSender()
    await cancelWhenGracefulShutdown {
      await withDiscardingTaskGroup { group in
        for await item in items {
          group.addTask { await send(item, by: sender) }
        }
        group.cancelAll()
      }
    }
    try await sender.close()
  }

  private func send(_ item: Item, by sender: CallbackSender) async {
    // An answer that is late is none, so that what waits for it does not hold up the others.
    var due = item.due
    var attempt = 1
    while (try? await Task.sleep(until: due, clock: .continuous)) != nil {
      let result = await Result.attempt(item.callback, item.target, sender)
      guard !Task.isCancelled else { return }
      let pause =
        result.isTaken ? nil : RetrySchedule.pause(afterAttempt: attempt).map(pace.exactly)
      lines.say(item.callback, item.target, result, attempt: attempt, again: pause)
      guard let pause else { return }
      due = .now + pause
      attempt += 1
    }
  }

  /// What became of one attempt.
  enum Result: Sendable {
    case answered(CallbackSender.Answer)
    /// Nobody answered; the text says why.
    case failed(String)

    var isTaken: Bool {
      switch self {
      case .answered(let answer): answer.isTaken
      case .failed: false
      }
    }

    fileprivate static func attempt(
      _ callback: SimulatedCallback, _ target: CallbackTarget, _ sender: CallbackSender
    ) async -> Result {
      do {
        return .answered(try await sender.send(callback.request(path: "/"), to: target))
      } catch {
        return .failed(OutgoingFault.reason(for: error))
      }
    }
  }
}
