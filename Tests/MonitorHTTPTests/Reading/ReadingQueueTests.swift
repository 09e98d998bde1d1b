import Dispatch
import NIOCore
import NIOPosix
import Synchronization
import Testing

@testable import MonitorHTTP

struct ReadingQueueTests {
  private let loop = MultiThreadedEventLoopGroup.singleton.next()

  /// A queue of a thread of its own, for as long as `body` runs.
  private func queueing(
    atOnce: Int = 1, maximumWaiting: Int = 3, timeLimit: Duration = .seconds(60),
    _ body: (ReadingQueue) async throws -> Void
  ) async throws {
    let pool = NIOThreadPool(numberOfThreads: 1)
    pool.start()
    let queue = ReadingQueue(
      pool, atOnce: atOnce, maximumWaiting: maximumWaiting, timeLimit: timeLimit)
    do {
      try await body(queue)
    } catch {
      try await pool.shutdownGracefully()
      throw error
    }
    try await pool.shutdownGracefully()
  }

  /// Holds the thread until it is told to go on.
  private func block(_ queue: ReadingQueue) -> (gate: DispatchSemaphore, done: EventLoopFuture<Int>)
  {
    let gate = DispatchSemaphore(value: 0)
    let done = queue.read((), for: ReadingTicket(), on: loop) { _ -> Int? in
      gate.wait()
      return 0
    }
    return (gate, done)
  }

  private func error(of future: EventLoopFuture<Int>) async -> ReadingError? {
    do {
      _ = try await future.get()
      return nil
    } catch {
      return error as? ReadingError
    }
  }

  @Test func `so many may wait, one more is refused, and all others are served`() async throws {
    try await queueing { queue in
      let (gate, first) = block(queue)
      let waiting = (1...3).map { number in
        queue.read(number, for: ReadingTicket(), on: loop) { $0 }
      }
      let more = queue.read(4, for: ReadingTicket(), on: loop) { Optional($0) }
      #expect(await error(of: more) == .full)
      gate.signal()
      let served = try await first.get()
      #expect(served == 0)
      for (place, future) in waiting.enumerated() {
        let served = try await future.get()
        #expect(served == place + 1)
      }
      let again = queue.read(5, for: ReadingTicket(), on: loop) { Optional($0) }
      let next = try await again.get()
      #expect(next == 5)
    }
  }

  @Test func `who leaves while they wait costs no work, and makes room`() async throws {
    try await queueing { queue in
      let (gate, first) = block(queue)
      let ticket = ReadingTicket()
      let worked = Mutex(false)
      let left = queue.read((), for: ticket, on: loop) { _ -> Int? in
        worked.withLock { $0 = true }
        return 1
      }
      ticket.leave()
      let others = (0..<3).map { queue.read($0, for: ReadingTicket(), on: loop) { Optional($0) } }
      #expect(await error(of: left) == .readerLeft)
      gate.signal()
      _ = try await first.get()
      for other in others { _ = try await other.get() }
      #expect(!worked.withLock { $0 })
    }
  }

  @Test func `who leaves amid the work ends it at the next turn`() async throws {
    try await queueing { queue in
      let ticket = ReadingTicket()
      let turns = Mutex(0)
      let future = queue.read(0, for: ticket, on: loop) { turn -> Int? in
        turn += 1
        turns.withLock { [turn] in $0 = turn }
        if turn == 3 { ticket.leave() }
        return nil
      }
      #expect(await error(of: future) == .readerLeft)
      #expect(turns.withLock { $0 } == 3)
    }
  }

  @Test func `work without an end is ended`() async throws {
    try await queueing(timeLimit: .milliseconds(1)) { queue in
      let future = queue.read(0, for: ReadingTicket(), on: loop) { _ -> Int? in nil }
      #expect(await error(of: future) == .tooLong)
    }
  }

  @Test func `those who are worked for at the same time take turns`() async throws {
    try await queueing(atOnce: 2) { queue in
      let gate = DispatchSemaphore(value: 0)
      let order = Mutex("")
      @Sendable func turn(_ name: String, _ turn: inout Int) -> Int? {
        if turn == 0, name == "a" { gate.wait() }
        order.withLock { $0 += name }
        turn += 1
        return turn == 3 ? turn : nil
      }
      let long = queue.read(0, for: ReadingTicket(), on: loop) { turn("a", &$0) }
      let other = queue.read(0, for: ReadingTicket(), on: loop) { turn("b", &$0) }
      gate.signal()
      _ = try await long.and(other).get()
      #expect(order.withLock { $0 } == "ababab")
    }
  }
}
