import CallModel
import Monitoring
import NIOCore

/// `/v1`, `/healthz` and `/metrics`: what the board tells programs.
///
/// The monitor is held up only while rows are taken; they become JSON afterwards.
struct BoardRoutes: Sendable {
  let monitor: CallMonitor
  let access: AccessControl
  let country: Country
  var lanes = ReadingLanes()

  /// Works on a reading, not on the loop: callbacks of other connections must not wait. Fails where the
  /// reader has left.
  func answer(
    to reading: BoardReading, for ticket: ReadingTicket, on loop: any EventLoop
  ) -> EventLoopFuture<BoardAnswer> {
    let answer: EventLoopFuture<BoardAnswer> =
      switch reading {
      case .ready(let response): loop.makeSucceededFuture(.whole(response))
      case .brief(let body): lanes.brief.read((), for: ticket, on: loop) { _ in body() }
      case .metrics(let route):
        lanes.metrics.read((), for: ticket, on: loop) { _ in .whole(route.response()) }
      case .search(let search):
        // By position alone calls are found at once.
        (search.query.isSelective ? lanes.searches : lanes.brief).read(
          search, for: ticket, on: loop
        ) { [monitor] search in
          search.look(at: monitor).map { found in
            BoardAnswer(ListBody(monitor, calls: found, of: search.query))
          }
        }
      }
    return answer.flatMapErrorThrowing { error in
      guard let problem = (error as? ReadingError)?.problem else { throw error }
      return .whole(problem.response)
    }
  }

  /// What answers any request but those to `/exotel`.
  func reading(of head: RequestHead) -> BoardReading {
    guard let route = head.route else { return nothing(head) }
    if let problem = access.problem(with: head, at: route) { return .ready(problem.response) }
    do throws(QueryError) {
      guard let answer = try answer(route, RequestTarget(head.target)) else { return nothing(head) }
      return answer
    } catch {
      return .ready(refusal(.badRequest(error.description)))
    }
  }

  private func nothing(_ head: RequestHead) -> BoardReading {
    .ready(refusal(.notFound("nothing is at \(RequestTarget(head.target).path)")))
  }

  /// What it says may be what somebody sent.
  private func refusal(_ problem: ProblemDocument) -> Response {
    problem.hiding(access.redaction).response
  }

  /// What answers; nil where that is not the board.
  private func answer(
    _ route: Route, _ target: RequestTarget
  ) throws(QueryError) -> BoardReading? {
    switch route {
    case .health: return .ready(health())
    case .metrics: return try plain(target, .metrics(MetricsRoute(monitor: monitor)))
    case .calls: return .search(CallSearch(try CallQuery(target, country: country)))
    case .call(let sid): return try plain(target, .brief { call(sid) })
    case .namedCall:
      let parameters = try QueryParameters(target, known: ["sid"])
      guard let sid = parameters["sid"] else { throw .missing("sid") }
      return .brief { call(sid) }
    case .agents:
      let page = try ListPart(target)
      return .brief { agents(page) }
    case .agent(let number):
      let number = PhoneNumber(number, country: country)
      return try plain(target, brief { agent(number) })
    case .lines:
      let page = try ListPart(target)
      return .brief { lines(page) }
    case .summary: return try plain(target, brief(summary))
    case .rejected: return try plain(target, brief(rejected))
    case .openAPI: return try plain(target, .ready(openAPI()))
    case .callbacks, .callbackStream, .eventStream: return nil
    }
  }

  /// For what takes no parameters.
  private func plain(
    _ target: RequestTarget, _ reading: BoardReading
  ) throws(QueryError) -> BoardReading {
    _ = try QueryParameters(target, known: [])
    return reading
  }

  private func brief(_ answer: @escaping @Sendable () -> Response) -> BoardReading {
    .brief { .whole(answer()) }
  }

  private func openAPI() -> Response {
    Response(
      status: .ok, headers: [("Content-Type", "application/json"), ("Cache-Control", "no-store")],
      body: PackageResources.openapi_json)
  }

  private func health() -> Response {
    guard let fault = monitor.fault else {
      return .json { $0.object { $0.field("status", "ok") } }
    }
    return CallbackRoute.unavailable(fault).response
  }

  private func call(_ sid: String) -> BoardAnswer {
    let found = monitor.read { board, wire, _ in
      board.call(sid).map { ($0, wire.callbacks(of: sid)) }
    }
    guard let (row, callbacks) = found else {
      return .whole(refusal(.notFound("no call has the sid \(sid)")))
    }
    return BoardAnswer(ListBody(monitor, row, callbacks: callbacks))
  }

  private func agents(_ part: ListPart) -> BoardAnswer {
    let (found, agents) = monitor.read { board, _, now in
      let found = board.agentPlaces(part.range)
      let start = monitor.windowStart(now)
      let first = found.places.prefix(ListBody.rows)
      return (found, first.map { board.agents(at: [$0], since: start).first })
    }
    return BoardAnswer(
      ListBody(monitor, agents: found.places, agents, total: found.total, offset: part.offset))
  }

  private func agent(_ number: PhoneNumber) -> Response {
    let agent = monitor.read { board, _, now in
      board.agent(number, since: monitor.windowStart(now))
    }
    guard let agent else {
      return refusal(.notFound("no agent has the number \(number.text)"))
    }
    return .json { $0.agent(agent) }
  }

  private func lines(_ part: ListPart) -> BoardAnswer {
    let (listed, others, lines) = monitor.read { board, _, _ -> ([String], [String], [Line?]) in
      let (listed, others) = board.lineKeys
      // Very many are put in order afterwards, so that callbacks do not wait for it.
      guard listed.count + others.count <= ListBody.rows else { return (listed, others, []) }
      let keys = listed + others.sorted()
      return (
        listed, others, keys[part.range.clamped(to: keys.indices)].map { board.line(key: $0) }
      )
    }
    let keys = listed + others.sorted()
    return BoardAnswer(
      ListBody(
        monitor, lines: Array(keys[part.range.clamped(to: keys.indices)]), lines,
        total: keys.count, offset: part.offset))
  }

  private func summary() -> Response {
    let summary = monitor.summary
    return .json { $0.summary(summary) }
  }

  private func rejected() -> Response {
    let rejections = monitor.read { _, wire, _ in wire.rejections() }
    return .json {
      $0.object { $0.field("rejected", array: rejections) { $0.rejection($1) } }
    }
  }
}
