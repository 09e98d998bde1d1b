import Monitoring
import NIOHTTP1

/// What the listener needs of a request's line and headers.
struct RequestHead: Hashable, Sendable {
  let method: String
  let target: String
  /// Where it leads, of those places that the listener has; nil where nothing is.
  let route: Route?
  /// What it calls the listener: the authority of an absolute target, else `Host`. Nil for a callback,
  /// which may call it as it likes.
  let authority: Authority?
  /// Why it is no request that can be served.
  let fault: RequestError?
  /// The pages that have it sent, as a browser says.
  let origins: [String]
  var contentType: String?
  var authorization: String?
  /// The last that a reader of events has.
  var lastEventID: String?
  /// Through which listeners a forwarded callback came, as it is written.
  var via: String?
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
    (route, authority, fault) = Self.place(of: head)
    origins = head.headers["Origin"]
    contentType = head.headers.first(name: "Content-Type")
    authorization = head.headers.first(name: "Authorization")
    lastEventID = head.headers.first(name: "Last-Event-ID")
    via = head.headers.first(name: ForwardPath.headerName)
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

  private static func place(
    of head: HTTPRequestHead
  ) -> (route: Route?, authority: Authority?, fault: RequestError?) {
    let hosts = head.headers["Host"]
    let fault = Self.fault(of: head, hosts)
    guard !Route.isPlainlyCallbacks(head.uri) else { return (.callbacks, nil, fault) }
    let host = hosts.first.flatMap { Authority($0) }
    let target = RequestTarget(head.uri)
    guard target.isServed else {
      return (nil, host, .malformed("its target is neither a path nor an http or https URL"))
    }
    guard let named = target.authority else { return (Route(target), host, fault) }
    let authority = Authority(named)
    let wrong = RequestError.malformed("the host in its target cannot be one")
    return (Route(target), authority, fault ?? (authority == nil ? wrong : nil))
  }

  /// RFC 9112 § 3.2 wants one `Host`; HTTP/1.0 may do without.
  private static func fault(
    of head: HTTPRequestHead, _ hosts: [String]
  ) -> RequestError? {
    switch hosts.count {
    case 0 where head.version != .http1_0: return .malformed("it has no Host")
    case 0: break
    case 1 where !Authority.isOne(hosts[0]): return .malformed("its Host cannot be one")
    case 1: break
    default: return .malformed("it has more than one Host")
    }
    let expectations = head.version == .http1_0 ? [] : head.headers["Expect"]
    let isMet = expectations.allSatisfy { $0.lowercased() == "100-continue" }
    return isMet ? nil : .unmetExpectation
  }

  /// What is kept of bytes that are no request.
  static let unreadable = RequestHead(
    HTTPRequestHead(version: .http1_1, method: .RAW(value: "?"), uri: "?"))
}

/// Why bytes are no request that can be served. The connection ends with it.
enum RequestError: Error, Hashable, Sendable {
  /// What is wrong, as a person reads it.
  case malformed(String)
  /// An HTTP request with a method that is none of HTTP's registered ones.
  case unknownMethod(String)
  /// `Expect` wants something else than `100-continue`.
  case unmetExpectation
  case targetTooLong
  case headersTooLarge

  /// True where whoever sent it has to be told so: it cannot be said what is asked for.
  var isMalformed: Bool {
    switch self {
    case .malformed, .unknownMethod: true
    case .unmetExpectation, .targetTooLong, .headersTooLarge: false
    }
  }

  init(_ error: HTTPParserError) {
    self = error == .headerOverflow ? .headersTooLarge : .malformed("\(error)")
  }
}
