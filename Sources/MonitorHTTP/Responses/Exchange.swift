import CallModel
import CallbackWire
import Monitoring
import NIOCore

/// What of a request is still needed when it is answered.
struct Exchange: Sendable {
  private(set) var isHead = false
  private var keepsAlive = false
  private var isHTTP10 = false
  let arrivedAt: Instant

  init(_ head: RequestHead, arrivedAt: Instant) {
    isHead = head.method == "HEAD"
    keepsAlive = head.keepsAlive
    isHTTP10 = head.isHTTP10
    self.arrivedAt = arrivedAt
  }

  /// For what is no request; the connection ends with the answer.
  init(arrivedAt: Instant) {
    self.arrivedAt = arrivedAt
  }

  /// The same, as the last of its connection.
  var closing: Exchange {
    var exchange = self
    exchange.keepsAlive = false
    return exchange
  }

  /// How the end of a body is told whose length is not known when it begins.
  var openEnd: Response.OpenEnd { isHTTP10 ? .closing : .chunked }

  /// The value of `Connection`; nil where nothing need be said.
  func connection(isStopping: Bool) -> String? {
    guard keepsAlive, !isStopping else { return "close" }
    return isHTTP10 ? "keep-alive" : nil
  }

  func form(isStopping: Bool) -> Response.Form {
    Response.Form(
      omitsBody: isHead, connection: connection(isStopping: isStopping), date: arrivedAt.httpDate)
  }
}

/// The empty 200, kept as bytes for as long as its date holds.
struct AcceptedAnswer {
  private var second = Int64.min
  private var answer = ByteBuffer()

  mutating func bytes(at moment: Instant) -> ByteBuffer {
    if moment.milliseconds / 1000 != second {
      second = moment.milliseconds / 1000
      answer.clear()
      Response(status: .ok).write(to: &answer, Response.Form(date: moment.httpDate))
    }
    return answer
  }
}

extension RequestError {
  func problem(_ limits: ListenerLimits) -> ProblemDocument {
    switch self {
    case .malformed(let what): .badRequest("this is no HTTP/1 request: \(what)")
    case .unknownMethod(let method):
      ProblemDocument(
        status: .notImplemented,
        detail: "\(method) is no method that is known here; use GET, HEAD or POST")
    case .unmetExpectation:
      ProblemDocument(
        status: .expectationFailed, detail: "Expect may be 100-continue and nothing else")
    case .targetTooLong:
      ProblemDocument(
        status: .headersTooLarge,
        detail: "path and query are larger than \(limits.maximumTargetBytes) bytes")
    case .headersTooLarge:
      ProblemDocument(
        status: .headersTooLarge,
        detail: "the headers are larger than \(limits.maximumHeaderBytes) bytes")
    }
  }
}
