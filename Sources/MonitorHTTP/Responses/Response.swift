import CallbackWire
import Monitoring
import NIOCore

/// An answer, before it is bytes.
struct Response: Sendable {
  /// Those that this listener answers with.
  enum Status: Int, Sendable {
    case ok = 200
    case badRequest = 400
    case unauthorized = 401
    case paymentRequired = 402
    case forbidden = 403
    case notFound = 404
    case methodNotAllowed = 405
    case contentTooLarge = 413
    case unsupportedMediaType = 415
    case expectationFailed = 417
    case tooManyRequests = 429
    case headersTooLarge = 431
    case notImplemented = 501
    case unavailable = 503

    var reason: String {
      switch self {
      case .ok: "OK"
      case .badRequest: "Bad Request"
      case .unauthorized: "Unauthorized"
      case .paymentRequired: "Payment Required"
      case .forbidden: "Forbidden"
      case .notFound: "Not Found"
      case .methodNotAllowed: "Method Not Allowed"
      case .contentTooLarge: "Content Too Large"
      case .unsupportedMediaType: "Unsupported Media Type"
      case .expectationFailed: "Expectation Failed"
      case .tooManyRequests: "Too Many Requests"
      case .headersTooLarge: "Request Header Fields Too Large"
      case .notImplemented: "Not Implemented"
      case .unavailable: "Service Unavailable"
      }
    }
  }

  var status: Status
  var headers: [(name: String, value: String)] = []
  var body: [UInt8] = []

  /// JSON that nobody may keep: it is out of date at once.
  static func json(_ status: Status = .ok, _ write: (inout JSONWriter) -> Void) -> Response {
    var writer = JSONWriter()
    write(&writer)
    return json(status, body: writer.bytes)
  }

  static func json(_ status: Status = .ok, body: [UInt8]) -> Response {
    Response(
      status: status,
      headers: [("Content-Type", "application/json"), ("Cache-Control", "no-store")], body: body)
  }

  /// What the connection and the request want of the answer's form.
  struct Form {
    /// For HEAD: all but the body.
    var omitsBody = false
    /// The value of `Connection`; nil where nothing need be said.
    var connection: String?
    var date: String
  }

  /// How the end of a body is told whose length is not known when it begins.
  enum OpenEnd {
    /// By the coding of HTTP/1.1.
    case chunked
    /// By the end of the connection.
    case closing
  }

  func write(to buffer: inout ByteBuffer, _ form: Form) {
    writeHead(to: &buffer, form)
    buffer.writeString("Content-Length: \(body.count)\r\n\r\n")
    if !form.omitsBody { buffer.writeBytes(body) }
  }

  /// The head alone, of an answer whose body follows piece by piece.
  func writeHead(to buffer: inout ByteBuffer, _ form: Form, _ end: OpenEnd) {
    writeHead(to: &buffer, form)
    if end == .chunked { buffer.writeString("Transfer-Encoding: chunked\r\n") }
    buffer.writeString("\r\n")
  }

  private func writeHead(to buffer: inout ByteBuffer, _ form: Form) {
    buffer.writeString("HTTP/1.1 \(status.rawValue) \(status.reason)\r\nDate: \(form.date)\r\n")
    if let connection = form.connection { buffer.writeString("Connection: \(connection)\r\n") }
    for header in headers { buffer.writeString("\(header.name): \(header.value)\r\n") }
  }
}
