import NIOHTTP1

/// What the listener needs of a request's line and headers.
struct RequestHead: Hashable, Sendable {
  var method: String
  var target: String
  var contentType: String?
  var authorization: String?
  /// The last that a reader of events has.
  var lastEventID: String?
  /// True where the answer may be compressed.
  var takesGzip: Bool
  /// True where the connection may serve another request after this one.
  var keepsAlive: Bool
  /// HTTP/1.0 clients must be told that the connection stays.
  var isHTTP10: Bool
  /// `Expect: 100-continue`: the body comes when it is asked for.
  var awaitsContinue = false

  init(_ head: HTTPRequestHead) {
    method = head.method.rawValue
    target = head.uri
    contentType = head.headers.first(name: "Content-Type")
    authorization = head.headers.first(name: "Authorization")
    lastEventID = head.headers.first(name: "Last-Event-ID")
    takesGzip = head.headers[canonicalForm: "Accept-Encoding"].contains { coding in
      let words = coding.lowercased().filter { $0 != " " }.split(separator: ";")
      return words.first == "gzip" && !words.dropFirst().contains("q=0")
    }
    // After these the decoder takes what follows for another protocol.
    let endsHTTP = head.method == .CONNECT || head.headers.contains(name: "Upgrade")
    keepsAlive = head.isKeepAlive && !endsHTTP
    isHTTP10 = head.version == .http1_0
    awaitsContinue =
      !isHTTP10 && head.headers.first(name: "Expect")?.lowercased() == "100-continue"
  }

  /// What is kept of bytes that are no request.
  static let unreadable = RequestHead(
    HTTPRequestHead(version: .http1_1, method: .RAW(value: "?"), uri: "?"))
}

/// Why bytes are no request that can be served. The connection ends with it.
enum RequestError: Error, Hashable, Sendable {
  /// What is wrong, as a person reads it.
  case malformed(String)
  case targetTooLong
  case headersTooLarge

  init(_ error: HTTPParserError) {
    self = error == .headerOverflow ? .headersTooLarge : .malformed("\(error)")
  }
}
