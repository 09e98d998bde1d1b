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
    let target = RequestTarget(head.target)
    let isBoard = target.path.utf8.starts(with: "/v1/".utf8) || target.path == "/v1"
    if isBoard, !access.admitsReading(authorization: head.authorization) {
      return Self.unauthorized.response
    }
    do throws(QueryError) {
      guard let answer = try answer(target) else {
        return ProblemDocument.notFound("nothing is at \(target.path)").response
      }
      guard head.method == "GET" || head.method == "HEAD" else {
        return ProblemDocument.method(head.method, allowed: "GET, HEAD").response
      }
      return answer()
    } catch {
      return ProblemDocument.badRequest(error.description).response
    }
  }

  static let unauthorized = ProblemDocument(
    status: .unauthorized,
    detail: "the token is missing or wrong; send it as Authorization: Bearer …",
    headers: [("WWW-Authenticate", "Bearer realm=\"callboard\"")])

  /// What answers `target`; nil where nothing is.
  private func answer(_ target: RequestTarget) throws(QueryError) -> (() -> Response)? {
    guard let segments = target.segments else { return nil }
    switch (segments.first, segments.dropFirst().first, segments.count) {
    case ("healthz", _, 1): return health
    case ("metrics", _, 1): return try plain(target, MetricsRoute(monitor: monitor).response)
    case ("v1", "calls", 2):
      let query = try CallQuery(target, country: country)
      return { calls(query) }
    case ("v1", "calls", 3):
      return try plain(target) { call(segments[2]) }
    case ("v1", "agents", 2): return try plain(target, agents)
    case ("v1", "agents", 3):
      let number = PhoneNumber(segments[2], country: country)
      return try plain(target) { agent(number) }
    case ("v1", "summary", 2): return try plain(target, summary)
    case ("v1", "rejected", 2): return try plain(target, rejected)
    case ("v1", "openapi.json", 2): return try plain(target, openAPI)
    default: return nil
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
      status: .ok, headers: [("Content-Type", "application/json")],
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
      return ProblemDocument.notFound("no call has the sid \(sid)").response
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
      return ProblemDocument.notFound("no agent has the number \(number.text)").response
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
