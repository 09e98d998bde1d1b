import NIOCore
import Synchronization

/// Tells a connection that the listener stops.
struct ListenerStops: Sendable {}

/// The open connections: how many there may be, and all of them when it is time to stop.
final class ConnectionRegistry: Sendable {
  private struct State {
    var open: [ObjectIdentifier: any Channel] = [:]
    /// Set while the listener stops: what waits for the last connection to end.
    var isStopping = false
    var waiting: CheckedContinuation<Void, Never>?
  }

  private let state = Mutex(State())
  private let maximum: Int

  init(maximum: Int) {
    self.maximum = maximum
  }

  /// Number of open connections.
  var count: Int { state.withLock { $0.open.count } }

  /// False where the connection is one too many, or comes too late.
  func admit(_ channel: any Channel) -> Bool {
    let isAdmitted = state.withLock {
      guard !$0.isStopping, $0.open.count < maximum else { return false }
      $0.open[ObjectIdentifier(channel)] = channel
      return true
    }
    if isAdmitted {
      channel.closeFuture.whenComplete { _ in self.remove(channel) }
    }
    return isAdmitted
  }

  private func remove(_ channel: any Channel) {
    let waiting = state.withLock { state in
      state.open[ObjectIdentifier(channel)] = nil
      return state.open.isEmpty ? state.waiting.take() : nil
    }
    waiting?.resume()
  }

  /// Returns when all connections have ended; those that have not after `time` are closed.
  func stop(within time: Duration) async {
    let channels = state.withLock {
      $0.isStopping = true
      return Array($0.open.values)
    }
    for channel in channels { channel.pipeline.fireUserInboundEventTriggered(ListenerStops()) }
    let cut = Task {
      try await Task.sleep(for: time)
      for channel in channels { channel.close(promise: nil) }
    }
    await withCheckedContinuation { continuation in
      let isEmpty = state.withLock {
        if !$0.open.isEmpty { $0.waiting = continuation }
        return $0.open.isEmpty
      }
      if isEmpty { continuation.resume() }
    }
    cut.cancel()
  }
}
