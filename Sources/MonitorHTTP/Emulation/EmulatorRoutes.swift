import CallModel
import CallbackWire
import Synchronization

/// The API of an emulated Exotel: `POST …/Calls/connect` and `GET …/Calls/{CallSid}`, with and
/// without `.json`.
final class EmulatorRoutes: RequestRoutes {
  let limits: ListenerLimits
  private let account: EmulatorSettings.Account
  private let exchange: any EmulatedExchange
  private let clock: @Sendable () -> Instant
  private let rate = Mutex(RequestRate())

  init(
    _ settings: EmulatorSettings, exchange: any EmulatedExchange,
    clock: @escaping @Sendable () -> Instant
  ) {
    limits = settings.limits
    account = settings.account
    self.exchange = exchange
    self.clock = clock
  }

  func reply(to step: RequestAssembler.Step, peer: String) -> Routes.Reply? {
    switch step {
    case .needsMore: return nil
    case .awaitsContinue: return .askForBody
    case .request(let head, let body):
      return .answer(answer(head, body), Exchange(head, arrivedAt: clock()))
    case .tooLarge(let head, _):
      let problem = CallbackRoute.tooLarge(limits.maximumBodyBytes)
      let response = refuse(head, APIRefusal(problem.status, problem.detail))
      return .answer(response, Exchange(head, arrivedAt: clock()).closing)
    case .failed(let error, let head):
      let problem = error.problem(limits)
      let response = refuse(head ?? .unreadable, APIRefusal(problem.status, problem.detail))
      return .answer(response, Exchange(arrivedAt: clock()))
    }
  }

  private func answer(_ head: RequestHead, _ body: [UInt8]) -> Response {
    do throws(APIRefusal) {
      let path = try admit(head)
      let details =
        if path.name == "connect" {
          try connect(head, body)
        } else {
          try look(up: path.name, head)
        }
      note(head, .ok, call: details)
      return path.format.response(details)
    } catch {
      return refuse(head, error)
    }
  }

  /// The last part of a path that is served, for one who may ask and does not ask too often.
  private func admit(
    _ head: RequestHead
  ) throws(APIRefusal) -> (name: String, format: APIFormat) {
    let isKnown = AccessControl.isBasic(
      head.authorization, user: account.key, password: account.token)
    guard isKnown else {
      var refusal = APIRefusal(
        .unauthorized, "API key and token are missing or wrong; send them as HTTP Basic")
      refusal.headers["WWW-Authenticate"] = "Basic realm=\"Exotel\""
      throw refusal
    }
    if let pause = rate.withLock({ $0.take(at: clock()) }) {
      var refusal = APIRefusal(
        .tooManyRequests, "more than \(RequestRate.limit) requests in a minute")
      refusal.headers["Retry-After"] = "\(max(Int(pause.inSeconds.rounded(.up)), 1))"
      throw refusal
    }
    let parts = RequestTarget(head.target).segments ?? []
    guard parts.count == 5, parts[0] == "v1", parts[1] == "Accounts", parts[3] == "Calls" else {
      throw APIRefusal(
        .notFound, "nothing is here; use /v1/Accounts/\(account.sid)/Calls/connect.json")
    }
    guard parts[2] == account.sid else {
      throw APIRefusal(
        .forbidden, "the account is \(account.sid), not \(TextCleaning.cleaned(parts[2]))")
    }
    return APIFormat.of(parts[4])
  }

  private func connect(_ head: RequestHead, _ body: [UInt8]) throws(APIRefusal) -> CallDetails {
    guard head.method == "POST" else { throw method(head, "POST") }
    let raw = RawCallback(
      method: head.method, target: head.target, contentType: head.contentType, body: body)
    let request: ConnectRequest
    do throws(ConnectRequestError) {
      request = try ConnectRequest(raw)
    } catch {
      throw APIRefusal(.badRequest, error.description)
    }
    return try exchange.connect(request)
  }

  private func look(up sid: String, _ head: RequestHead) throws(APIRefusal) -> CallDetails {
    guard head.method == "GET" || head.method == "HEAD" else { throw method(head, "GET") }
    guard let details = exchange.details(of: sid) else {
      throw APIRefusal(.notFound, "no call has the sid \(TextCleaning.cleaned(sid))")
    }
    return details
  }

  private func method(_ head: RequestHead, _ allowed: String) -> APIRefusal {
    var refusal = APIRefusal(
      .methodNotAllowed, "\(head.method) is not for this path; use \(allowed)")
    refusal.headers["Allow"] = allowed
    return refusal
  }

  private func refuse(_ head: RequestHead, _ refusal: APIRefusal) -> Response {
    note(head, refusal.status, refusal: refusal.message)
    return APIFormat.of(String(RequestTarget(head.target).path)).format.response(refusal)
  }

  private func note(
    _ head: RequestHead, _ status: Response.Status, call: CallDetails? = nil,
    refusal: String? = nil
  ) {
    exchange.note(
      APIAnswer(
        method: head.method, path: String(RequestTarget(head.target).path),
        status: status.rawValue, call: call, refusal: refusal))
  }
}
