import NIOCore
import NIOPosix

/// Where what readers ask for is worked on: none of it on the threads that serve connections, and
/// what is short not behind what is long.
struct ReadingLanes: Sendable {
  /// One call, one agent, the figures, a part of a list by its position, where a stream begins.
  var brief = ReadingQueue(Self.briefThread, atOnce: 1)
  /// Searches through all calls.
  var searches = ReadingQueue(Self.threads, atOnce: Self.count)
  /// Looks at the disk, which may take its time.
  var metrics = ReadingQueue(Self.metricsThread, atOnce: 1)

  /// As many as half of the cores: the others are for callbacks.
  private static let count = max(System.coreCount / 2, 1)
  private static let threads = started(count)
  private static let briefThread = started(1)
  private static let metricsThread = started(1)

  /// The process's own: they outlive the listener, and so may answers.
  private static func started(_ count: Int) -> NIOThreadPool {
    let pool = NIOThreadPool(numberOfThreads: count)
    pool.start()
    return pool
  }

  /// Makes the next piece for one who takes it; no connection has more than one made at a time.
  static func make<Source: Sendable, Piece: Sendable>(
    from source: Source, on loop: any EventLoop, _ next: @escaping @Sendable (inout Source) -> Piece
  ) -> EventLoopFuture<(piece: Piece, source: Source)> {
    threads.runIfActive(eventLoop: loop) {
      var source = source
      let piece = next(&source)
      return (piece, source)
    }
  }
}
