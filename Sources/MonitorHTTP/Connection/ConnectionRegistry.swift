import NIOCore
import Synchronization

/// Tells a connection that the listener stops: its next answer is the last.
struct ListenerStops: Sendable {}

/// Tells a connection that no more requests are awaited.
struct ListenerEnds: Sendable {}

/// Asks a connection to make room for another one, which it does unless a request is worked on.
final class RoomIsWanted {
  private(set) var isGiven = false

  /// Closes a connection that is silent, unless its peer has yet to take an answer; false then.
  func takes(_ context: ChannelHandlerContext) -> Bool {
    let unsent = try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)
    isGiven = unsent ?? 0 == 0
    if isGiven { context.close(promise: nil) }
    return isGiven
  }
}

/// The open connections: how many there may be, who makes room, and all of them when it is time to
/// stop.
final class ConnectionRegistry: Sendable {
  /// How many there may be, in all and of one address (0: no bound), and how many may read the board.
  struct Limits: Sendable {
    var connections: Int
    var perAddress = 0
    var readers = Int.max
    /// How many may be on their way out before no more are let in.
    var leaving = 16
    /// How many are let in at once, before those that are open have their turn.
    var accepted = 16
  }

  let readers: ReaderPlaces
  let limits: Limits
  private let state: Mutex<OpenConnections>
  private let hasStopped = Atomic(false)

  init(_ limits: Limits) {
    self.limits = limits
    readers = ReaderPlaces(maximum: limits.readers)
    state = Mutex(OpenConnections())
  }

  /// Number of open connections.
  var count: Int { state.withLock { $0.count } }

  /// True once the listener stops.
  var isStopping: Bool { hasStopped.load(ordering: .relaxed) }

  /// The place of a connection that was admitted; nil once it has ended.
  func place(of channel: any Channel) -> ConnectionPlace? {
    state.withLock { $0.place(of: channel) }
  }

  /// False where the connection is one too many while none is silent, or comes too late. Where there
  /// is no room, the one that has been silent longest is asked to make some.
  func admit(_ channel: any Channel) -> Bool {
    let place = ConnectionPlace(channel, in: self)
    let (isAdmitted, asked) = state.withLock { $0.admit(place, limits) }
    channel.closeFuture.whenComplete { _ in self.remove(place) }
    for other in asked { ask(other) }
    return isAdmitted
  }

  /// The connection that has been silent longest is asked to make room.
  func makeRoom() {
    if let asked = state.withLock({ $0.askSilent() }) { ask(asked) }
  }

  /// True while too many are on their way out: then `resume` is called once, when few enough are.
  func isCrowded(then resume: @escaping @Sendable () -> Void) -> Bool {
    state.withLock {
      guard $0.leavingCount >= limits.leaving else { return false }
      $0.resume = resume
      return true
    }
  }

  /// Brings one back that has fallen silent.
  func queue(_ place: ConnectionPlace) { state.withLock { $0.queue(place) } }

  private func ask(_ place: ConnectionPlace) {
    let channel = place.channel
    channel.eventLoop.execute {
      let room = RoomIsWanted()
      channel.pipeline.syncOperations.fireUserInboundEventTriggered(room)
      if !room.isGiven { self.state.withLock { $0.stays(place) }?() }
    }
  }

  private func remove(_ place: ConnectionPlace) {
    place.end()
    let (waiting, resume) = state.withLock { state in
      state.remove(place)
      return (
        state.isEmpty ? state.waiting.take() : nil,
        state.leavingCount < limits.leaving ? state.resume.take() : nil
      )
    }
    resume?()
    waiting?.resume()
  }

  /// Returns when all connections have ended. For `drain` those that are silent, or amid a request, may
  /// still send one; those that have not ended after `time` are closed.
  func stop(drain: Duration, within time: Duration) async {
    hasStopped.store(true, ordering: .relaxed)
    tell(state.withLock { $0.stop() }) { ListenerStops() }
    let cut = Task {
      try await Task.sleep(for: min(drain, time))
      tell(state.withLock { $0.channels }) { ListenerEnds() }
      try await Task.sleep(for: time - min(drain, time))
      for channel in state.withLock({ $0.channels }) { channel.close(promise: nil) }
    }
    await withCheckedContinuation { continuation in
      let isEmpty = state.withLock {
        if !$0.isEmpty { $0.waiting = continuation }
        return $0.isEmpty
      }
      if isEmpty { continuation.resume() }
    }
    cut.cancel()
  }

  private func tell(_ channels: [any Channel], _ event: () -> any Sendable) {
    for channel in channels { channel.pipeline.fireUserInboundEventTriggered(event()) }
  }
}
