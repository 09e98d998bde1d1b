import CallbackWire
import Monitoring

/// An error as RFC 9457 wants it told.
struct ProblemDocument: Error, Sendable {
  var status: Response.Status
  /// What is wrong, where, and what to do.
  var detail: String
  var headers: [(name: String, value: String)] = []

  var response: Response {
    var writer = JSONWriter()
    writer.object {
      $0.field("type", "about:blank")
      $0.field("title", status.reason)
      $0.field("status", status.rawValue)
      $0.field("detail", detail)
    }
    return Response(
      status: status,
      headers: [("Content-Type", "application/problem+json"), ("Cache-Control", "no-store")]
        + headers,
      body: writer.bytes)
  }

  /// Without the key, which may stand in what is wrong.
  func hiding(_ key: SecretRedaction?) -> ProblemDocument {
    var problem = self
    if let key { problem.detail = key.redacted(detail) }
    return problem
  }

  static func notFound(_ detail: String) -> ProblemDocument {
    ProblemDocument(status: .notFound, detail: detail)
  }

  static func badRequest(_ detail: String) -> ProblemDocument {
    ProblemDocument(status: .badRequest, detail: detail)
  }

  static func method(_ method: String, allowed: String) -> ProblemDocument {
    ProblemDocument(
      status: .methodNotAllowed, detail: "\(method) is not for this path; use \(allowed)",
      headers: [("Allow", allowed)])
  }
}
