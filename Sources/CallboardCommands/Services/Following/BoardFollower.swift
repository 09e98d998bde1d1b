import BoardClient
import CallModel
import Logging
import Monitoring
import ServiceLifecycle

/// Reads the stream of a listener elsewhere onto a board, again after each interruption.
struct BoardFollower: Service {
  let client: ListenerClient
  let board: FollowedBoard
  /// How far back calls that have ended are wanted.
  let window: Duration
  let logger: Logger

  /// How long is waited before each new attempt; the last one again and again.
  private static let pauses: [Duration] = [
    .milliseconds(500), .seconds(1), .seconds(2), .seconds(4), .seconds(8), .seconds(15),
  ]

  /// Why a stream was left.
  private enum End {
    case lost(String)
    case asksAnew
  }

  /// Follows until the process is asked to stop.
  func run() async throws {
    await cancelWhenGracefulShutdown {
      await withDiscardingTaskGroup { group in
        group.addTask { await letTimePass() }
        await follow()
      }
    }
    try await client.close()
  }

  private func letTimePass() async {
    while !Task.isCancelled {
      // Asked for each time, as it is replaced when the stream begins anew.
      let monitor = board.monitor
      await monitor.sleep(until: monitor.advance())
    }
  }

  private func follow() async {
    var failures = 0
    while !Task.isCancelled {
      guard case .lost(let reason) = await read(), !Task.isCancelled else { continue }
      let wasLive = board.status.isLive
      failures = wasLive ? 0 : failures + 1
      // Screens that lost the same listener do not come back at the same moment.
      let pause = Self.pauses[min(failures, Self.pauses.count - 1)] * Double.random(in: 0.8...1.2)
      board.lose(reason, retryIn: pause)
      if wasLive { logger.notice("not live: \(reason)") }
      try? await Task.sleep(for: pause)
    }
  }

  /// Reads one stream to its end.
  private func read() async -> End {
    do throws(ListenerClientError) {
      var stream = try await client.callbacks(after: board.sequence, window: window)
      while let events = try await stream.next() {
        if !events.isEmpty { board.clock.hear() }
        for event in events {
          switch board.take(event) {
          case .readsOn: break
          case .asksAnew: return .asksAnew
          case .fails(let reason): return .lost(reason)
          }
          if case .live = event { logger.notice("attached to \(client.base)") }
        }
        if !events.isEmpty { board.notify() }
      }
      return .lost("it has ended the connection")
    } catch {
      return .lost(error.reason)
    }
  }
}
