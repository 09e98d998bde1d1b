import CallModel
import CallbackWire
import Monitoring

/// `/exotel`: makes requests into raw callbacks, and answers from what became of them.
struct CallbackRoute: Sendable {
  let monitor: CallMonitor
  let access: AccessControl
  let clock: @Sendable () -> Instant

  /// True for `/exotel`, with or without a slash at its end and a query.
  static func serves(_ target: String) -> Bool {
    var rest = Substring(target).utf8
    if !rest.starts(with: "/".utf8) { rest = RequestTarget(target).path.utf8 }
    guard rest.starts(with: "/exotel".utf8) else { return false }
    rest = rest.dropFirst("/exotel".utf8.count)
    if rest.first == UInt8(ascii: "/") { rest.removeFirst() }
    return rest.isEmpty || rest.first == UInt8(ascii: "?")
  }

  /// Why a request is refused before its content is looked at; nil where it is not.
  func problem(with head: RequestHead) -> ProblemDocument? {
    guard head.method == "GET" || head.method == "POST" else {
      return .method(head.method, allowed: "GET, POST")
    }
    guard access.admitsCallback(target: head.target, authorization: head.authorization) else {
      return ProblemDocument(
        status: .unauthorized,
        detail: "the key is missing or wrong; send it as ?key=… or as the password of HTTP Basic",
        headers: [("WWW-Authenticate", "Basic realm=\"callboard\"")])
    }
    return nil
  }

  /// For a body, sent or announced, of more than `maximum` bytes.
  static func tooLarge(_ maximum: Int) -> ProblemDocument {
    ProblemDocument(
      status: .contentTooLarge, detail: "the body is larger than \(maximum) bytes")
  }

  /// Without the key, which has done its work by then.
  func request(_ head: RequestHead, body: [UInt8], peer: String) -> CallbackRequest {
    let raw = RawCallback(
      method: head.method, target: head.target, contentType: head.contentType, body: body)
    return CallbackRequest(
      raw: raw.hidingKey(access.redaction), peer: peer, arrivedAt: clock())
  }

  /// Keeps the refused request, with the first bytes of it, for people to see.
  func refuse(_ request: CallbackRequest, _ problem: ProblemDocument) {
    var request = request
    request.raw.target = String(decoding: request.raw.target.utf8.prefix(1_024), as: UTF8.self)
    request.raw.body = Array(request.raw.body.prefix(1_024))
    monitor.refuse(request, status: problem.status.rawValue, reason: problem.detail)
  }

  /// Nil for the empty 200, which is written without making one of these.
  static func problem(from receipt: Receipt) -> ProblemDocument? {
    switch receipt {
    case .accepted: nil
    case .rejected(let error):
      ProblemDocument(
        status: Response.Status(rawValue: error.httpStatus) ?? .badRequest,
        detail: error.description)
    case .notKept(let fault): unavailable(fault)
    }
  }

  static func unavailable(_ fault: JournalError) -> ProblemDocument {
    ProblemDocument(
      status: .unavailable, detail: "callbacks cannot be kept: \(fault); send them again",
      headers: [("Retry-After", "30")])
  }
}
