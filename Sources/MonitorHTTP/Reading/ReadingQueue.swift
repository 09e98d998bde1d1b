import DequeModule
import NIOCore
import NIOPosix
import Synchronization

/// Why a reading came to nothing.
enum ReadingError: Error, Hashable, Sendable {
  /// As many wait as may: one more would wait too long.
  case full
  /// Nobody waits for the answer any more.
  case readerLeft
  /// It was more work than a reader may ask for.
  case tooLong
}

/// Works for readers, in turns so that nobody waits long for another one, and never on the threads
/// that serve connections. How many wait, and how long each is worked for, has a bound.
final class ReadingQueue: Sendable {
  private struct Waiting: Sendable {
    let ticket: ReadingTicket
    /// Nil to begin, else why it does not.
    let go: @Sendable (ReadingError?) -> Void
  }

  private struct State {
    var working = 0
    var waiting: Deque<Waiting> = []
  }

  private let pool: NIOThreadPool
  private let atOnce: Int
  private let maximumWaiting: Int
  private let timeLimit: Duration
  private let state = Mutex(State())

  /// Works for `atOnce` readers at the same time, on the threads of a pool that is never stopped; lets
  /// `maximumWaiting` others wait, and works for each no longer than `timeLimit`.
  init(
    _ pool: NIOThreadPool, atOnce: Int, maximumWaiting: Int = 64,
    timeLimit: Duration = .seconds(1)
  ) {
    self.pool = pool
    self.atOnce = atOnce
    self.maximumWaiting = maximumWaiting
    self.timeLimit = timeLimit
  }

  /// Takes turns at `work` until there is a value, or fails with a ``ReadingError``.
  func read<Work: Sendable, Value: Sendable>(
    _ work: Work, for ticket: ReadingTicket, on loop: any EventLoop,
    turn: @escaping @Sendable (inout Work) -> Value?
  ) -> EventLoopFuture<Value> {
    let promise = loop.makePromise(of: Value.self)
    let reading = Waiting(ticket: ticket) { error in
      if let error { return promise.fail(error) }
      self.take(turn, at: work, ticket, spent: .zero) { result in
        promise.completeWith(result)
        self.goOn()
      }
    }
    add(reading)
    return promise.futureResult
  }

  private func add(_ reading: Waiting) {
    let (begins, gone, isFull) = state.withLock { state in
      guard state.working >= atOnce else {
        state.working += 1
        return (true, [Waiting](), false)
      }
      var gone: [Waiting] = []
      if state.waiting.count >= maximumWaiting {
        gone = state.waiting.filter(\.ticket.hasLeft)
        state.waiting.removeAll(where: \.ticket.hasLeft)
      }
      guard state.waiting.count < maximumWaiting else { return (false, gone, true) }
      state.waiting.append(reading)
      return (false, gone, false)
    }
    for other in gone { other.go(.readerLeft) }
    if isFull { return reading.go(.full) }
    if begins { reading.go(nil) }
  }

  /// After one has been worked for: begins with the next whose reader is still there.
  private func goOn() {
    let (gone, next) = state.withLock { state in
      var gone: [Waiting] = []
      while let next = state.waiting.popFirst() {
        if !next.ticket.hasLeft { return (gone, Optional(next)) }
        gone.append(next)
      }
      state.working -= 1
      return (gone, nil)
    }
    for reading in gone { reading.go(.readerLeft) }
    next?.go(nil)
  }

  private func take<Work: Sendable, Value: Sendable>(
    _ turn: @escaping @Sendable (inout Work) -> Value?, at work: Work, _ ticket: ReadingTicket,
    spent: Duration, _ done: @escaping @Sendable (Result<Value, any Error>) -> Void
  ) {
    pool.submit { [self] _ in
      guard !ticket.hasLeft else { return done(.failure(ReadingError.readerLeft)) }
      var work = work
      let began = ContinuousClock.now
      if let value = turn(&work) { return done(.success(value)) }
      let spent = spent + (ContinuousClock.now - began)
      guard spent < timeLimit else { return done(.failure(ReadingError.tooLong)) }
      // Behind whatever came meanwhile.
      take(turn, at: work, ticket, spent: spent, done)
    }
  }
}

/// Tells those who work for a reader that it has left.
final class ReadingTicket: Sendable {
  private let left = Atomic(false)

  var hasLeft: Bool { left.load(ordering: .relaxed) }

  func leave() { left.store(true, ordering: .relaxed) }
}
