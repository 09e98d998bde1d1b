import CallModel
import Monitoring
import NIOCore
import NIOPosix

/// `/v1`, `/healthz` and `/metrics`: what the board tells programs.
///
/// The monitor is held up only while rows are taken; they become JSON afterwards.
struct BoardRoutes: Sendable {
  let monitor: CallMonitor
  let access: AccessControl
  let country: Country

  /// The same as `response(to:)`, made elsewhere: callbacks of other connections must not wait.
  func response(to head: RequestHead, on loop: any EventLoop) -> EventLoopFuture<Response> {
    NIOThreadPool.singleton.runIfActive(eventLoop: loop) { response(to: head) }
  }

  /// The answer to any request but those to `/exotel`.
  func response(to head: RequestHead) -> Response {
    guard let route = head.route else { return nothing(head) }
    if let problem = access.problem(with: head, at: route) { return problem.response }
    do throws(QueryError) {
      guard let answer = try answer(route, RequestTarget(head.target)) else { return nothing(head) }
      return answer()
    } catch {
      return refusal(.badRequest(error.description))
    }
  }

  private func nothing(_ head: RequestHead) -> Response {
    refusal(.notFound("nothing is at \(RequestTarget(head.target).path)"))
  }

  /// What it says may be what somebody sent.
  private func refusal(_ problem: ProblemDocument) -> Response {
    problem.hiding(access.redaction).response
  }

  /// What answers; nil where that is not the board.
  private func answer(
    _ route: Route, _ target: RequestTarget
  ) throws(QueryError) -> (() -> Response)? {
    switch route {
    case .health: return health
    case .metrics: return try plain(target, MetricsRoute(monitor: monitor).response)
    case .calls:
      let query = try CallQuery(target, country: country)
      return { calls(query) }
    case .call(let sid): return try plain(target) { call(sid) }
    case .agents: return try plain(target, agents)
    case .agent(let number):
      let number = PhoneNumber(number, country: country)
      return try plain(target) { agent(number) }
    case .summary: return try plain(target, summary)
    case .rejected: return try plain(target, rejected)
    case .openAPI: return try plain(target, openAPI)
    case .callbacks, .callbackStream, .eventStream: return nil
    }
  }

  /// For what takes no parameters.
  private func plain(
    _ target: RequestTarget, _ answer: @escaping () -> Response
  ) throws(QueryError) -> () -> Response {
    _ = try QueryParameters(target, known: [])
    return answer
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

  private func calls(_ query: CallQuery) -> Response {
    let result = monitor.calls(query)
    let end = query.offset + result.rows.count
    let hasMore = !result.rows.isEmpty && end < result.total
    return .json {
      $0.object {
        $0.field("calls", array: result.rows) { $0.call($1) }
        $0.field("total", result.total)
        $0.field("cursor", hasMore ? CallQuery.cursor(at: end) : nil)
      }
    }
  }

  private func call(_ sid: String) -> Response {
    let found = monitor.read { board, wire, _ in
      board.call(sid).map { ($0, wire.callbacks(of: sid)) }
    }
    guard let (row, callbacks) = found else {
      return refusal(.notFound("no call has the sid \(sid)"))
    }
    return .json { $0.call(row, callbacks: callbacks) }
  }

  private func agents() -> Response {
    let agents = monitor.read { board, _, now in board.agents(since: monitor.windowStart(now)) }
    return .json {
      $0.object { $0.field("agents", array: agents) { $0.agent($1) } }
    }
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

  private func summary() -> Response {
    let (summary, forward) = (monitor.summary, monitor.forwardStatus)
    return .json { $0.summary(summary, forward) }
  }

  private func rejected() -> Response {
    let rejections = monitor.read { _, wire, _ in wire.rejections() }
    return .json {
      $0.object { $0.field("rejected", array: rejections) { $0.rejection($1) } }
    }
  }
}
