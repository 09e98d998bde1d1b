import CallJournal
import CallModel
import CallbackWire
import Monitoring

/// `/exotel`: makes requests into raw callbacks, and answers from what became of them.
struct CallbackRoute: Sendable {
  let monitor: CallMonitor
  let access: AccessControl
  let clock: @Sendable () -> Instant

  /// Why a request is refused before its content is looked at; nil where it is not.
  func problem(with head: RequestHead) -> ProblemDocument? {
    access.problem(with: head, at: .callbacks)
  }

  /// For a body, sent or announced, of more than `maximum` bytes; `advice` says what to do.
  static func tooLarge(_ maximum: Int, advice: String = "") -> ProblemDocument {
    ProblemDocument(
      status: .contentTooLarge, detail: "the body is larger than \(maximum) bytes" + advice)
  }

  /// Without the key, which has done its work by then.
  func request(_ head: RequestHead, body: [UInt8], peer: String) -> CallbackRequest {
    let raw = RawCallback(
      method: head.method, target: head.target, contentType: head.contentType, body: body)
    return CallbackRequest(
      raw: raw.hidingKey(access.redaction), peer: peer, arrivedAt: clock(),
      path: ForwardPath(header: head.via))
  }

  /// The bytes that are kept of what is refused.
  private static let keptBytes = 1_024
  /// The bytes in which the key is looked for: who has none must not cost more.
  private static let searchedBytes = 4_096

  /// Keeps the refused request, with the first bytes of it, for people to see.
  func refuse(
    _ head: RequestHead, body: [UInt8], peer: String, at arrivedAt: Instant,
    _ problem: ProblemDocument
  ) {
    let target = head.target.utf8.prefix(Self.searchedBytes)
    var raw = RawCallback(
      method: head.method, target: String(decoding: target, as: UTF8.self),
      contentType: head.contentType, body: Array(body.prefix(Self.searchedBytes))
    ).hidingKey(access.redaction)
    raw.target = String(decoding: raw.target.utf8.prefix(Self.keptBytes), as: UTF8.self)
    raw.body = Array(raw.body.prefix(Self.keptBytes))
    monitor.refuse(
      CallbackRequest(raw: raw, peer: peer, arrivedAt: arrivedAt), status: problem.status.rawValue,
      reason: problem.detail)
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
