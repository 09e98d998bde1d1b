import NIOCore
import Synchronization

/// One open connection among the others: since when it is silent, and whether it reads the board.
///
/// The connection notes both itself, without a lock; the registry looks from other threads.
final class ConnectionPlace: Sendable {
  let channel: any Channel
  let network: PeerNetwork
  private let registry: ConnectionRegistry
  /// In nanoseconds of the machine's uptime; `busy` while it is not silent.
  private let silence: Atomic<UInt64>
  private let isQueued = Atomic(true)
  private let isReader = Atomic(false)
  private let hasEnded = Atomic(false)

  private static let busy = UInt64.max

  init(_ channel: any Channel, in registry: ConnectionRegistry, at now: NIODeadline = .now()) {
    self.channel = channel
    self.registry = registry
    network = PeerNetwork(channel.remoteAddress)
    silence = Atomic(now.uptimeNanoseconds)
  }

  /// Nil while a request is worked on, an answer is being written, or a stream goes on. Later than now
  /// for half a request: it makes room after all that are silent.
  var silentSince: NIODeadline? {
    let moment = silence.load(ordering: .sequentiallyConsistent)
    return moment == Self.busy ? nil : .uptimeNanoseconds(moment)
  }

  /// From now on it is not asked to make room.
  func begin() { silence.store(Self.busy, ordering: .relaxed) }

  /// From then on it may be asked to make room, and reads the board no more.
  func rest(since moment: NIODeadline) {
    if isReader.load(ordering: .relaxed) { endReading() }
    silence.store(moment.uptimeNanoseconds, ordering: .sequentiallyConsistent)
    if !isQueued.load(ordering: .sequentiallyConsistent) { registry.queue(self) }
  }

  /// Tells whether the registry finds it among the silent ones, or `rest` has to bring it back there.
  func note(isQueued: Bool) { self.isQueued.store(isQueued, ordering: .sequentiallyConsistent) }

  /// True once the listener stops: answers are the last of their connections.
  var isStopping: Bool { registry.isStopping }

  /// False where as many read the board as may; else it counts among them until it has ended.
  func beginReading() -> Bool {
    guard !isReader.load(ordering: .relaxed) else { return true }
    guard !hasEnded.load(ordering: .relaxed), registry.readers.take() else { return false }
    isReader.store(true, ordering: .relaxed)
    return true
  }

  /// The connection has ended: it takes no reader's place any more.
  func end() {
    hasEnded.store(true, ordering: .relaxed)
    endReading()
  }

  /// It does not read the board any more.
  func endReading() {
    guard isReader.exchange(false, ordering: .relaxed) else { return }
    registry.readers.leave()
  }
}
