import CallModel
import Monitoring
import NIOCore

/// `/v1/callbacks` and `/v1/events`: what comes, as it comes.
struct StreamRoute: Sendable {
  let monitor: CallMonitor
  let access: AccessControl
  let identity: ListenerIdentity
  let events: EventTape
  let clock: @Sendable () -> Instant
  private let lanes: ReadingLanes

  init(
    monitor: CallMonitor, access: AccessControl, identity: ListenerIdentity,
    lanes: ReadingLanes = ReadingLanes(), clock: @escaping @Sendable () -> Instant
  ) {
    self.lanes = lanes
    self.monitor = monitor
    self.access = access
    self.identity = identity
    self.clock = clock
    events = EventTape(monitor, run: identity.run)
  }

  /// What is asked for, or the answer that refuses it.
  func query(of head: RequestHead) -> Result<StreamQuery, ProblemDocument> {
    if let problem = head.route.flatMap({ access.problem(with: head, at: $0) }) {
      return .failure(problem)
    }
    do throws(QueryError) {
      guard let query = try StreamQuery(RequestTarget(head.target), head) else {
        return .failure(.notFound("no stream is at \(head.target)"))
      }
      return .success(query)
    } catch {
      return .failure(.badRequest(error.description))
    }
  }

  /// What tells that there is more.
  func changes(of query: StreamQuery) -> ChangeNotifier {
    switch query.subject {
    case .callbacks: monitor.followers
    case .events: events.readers
    }
  }

  /// What is told, or the answer to one too many; fails where the reader has left. It is begun elsewhere:
  /// callbacks of other connections must not wait.
  func begin(
    _ query: StreamQuery, for ticket: ReadingTicket, on loop: any EventLoop
  ) -> EventLoopFuture<Result<any StreamFeed, ProblemDocument>> {
    lanes.brief.read((), for: ticket, on: loop) { _ in .success(feed(query)) }
      .flatMapErrorThrowing { error in
        guard let problem = (error as? ReadingError)?.problem else { throw error }
        return .failure(problem)
      }
  }

  private func feed(_ query: StreamQuery) -> any StreamFeed {
    switch query.subject {
    case .callbacks(let sequence, let window):
      let beginning = monitor.begin(after: sequence, window: window)
      let greeting = ListenerGreeting(identity, monitor, at: clock())
      return CallbackFeed(monitor, beginning, greeting: StreamText.event("hello", greeting.json))
    case .events(let id): return EventFeed(events, after: id)
    }
  }

  /// The head of the answer, which has no end of its own.
  static func head(_ query: StreamQuery, date: String) -> ByteBuffer {
    let encoding = query.isCompressed ? "Content-Encoding: gzip\r\n" : ""
    return ByteBuffer(
      string: "HTTP/1.1 200 OK\r\nDate: \(date)\r\nConnection: close\r\nX-Accel-Buffering: no\r\n"
        + "Content-Type: text/event-stream\r\nCache-Control: no-store\r\nVary: Accept-Encoding\r\n"
        + encoding + "\r\n")
  }
}
