import CallModel
import ListenerTesting
import Monitoring
import Testing

@testable import MonitorHTTP

/// Every route in many spellings, with every method, with and without credentials.
struct RightsTests {
  private static let key = "key-of-sixteen-and-more"
  private static let token = "token-of-sixteen-and-more"
  private static let paths = [
    "/exotel", "/healthz", "/metrics", "/v1/calls", "/v1/calls/a1", "/v1/agents",
    "/v1/agents/09880000001", "/v1/lines", "/v1/summary", "/v1/rejected", "/v1/openapi.json",
    "/v1/callbacks", "/v1/events",
  ]

  private enum Credential: CaseIterable { case none, wrong, right }

  /// Other spellings of the one path.
  private static func same(_ path: String) -> [String] {
    [
      path, path + "?", "http://localhost" + path, "HTTP://127.0.0.1:80" + path,
      "https://[::1]" + path,
    ]
  }

  /// What another server might take for the path.
  private static func other(_ path: String) -> [String] {
    let parts = path.split(separator: "/")
    let rest = path.dropFirst()
    let escaped = path.utf8.map {
      $0 == UInt8(ascii: "/") ? "/" : "%" + String($0, radix: 16, uppercase: true)
    }
    return [
      path + "/", "https://[::1]" + path + "/", escaped.joined(),
      "/%" + String(path.utf8.dropFirst().first ?? 0, radix: 16) + path.dropFirst(2),
      "/" + path, "//" + path, path + "//", "//" + rest.replacing("/", with: "///") + "///",
      "/." + path, "/x/.." + path, "/%2e" + path, "/x/%2e%2e" + path, "/x/.%2E" + path, path + "/.",
      path + "/..",
      path + "/%2e", "/%2f" + rest, "/" + rest.replacing("/", with: "%2F") + "%2F",
      "/" + rest + "%5c", "/%5C" + rest,
      path + "%00", path + "%0a", path + "%20", path + "%09", path + "%C2%85", path + "%",
      path + "%zz", path + "%ff",
      path.uppercased(), path + ";a=b", path + "%3F", path + "%23", path + ".", path + "x",
      "/" + rest.replacing("1", with: "%2531") + "%2f", "http://localhost/" + path,
      "http://localhost//" + path,
      "http://localhost/." + path, "http://localhost" + path + "//", "/%25" + rest,
      "/http://localhost" + path,
      "/\(parts[0])//" + parts.dropFirst().joined(separator: "//") + "/x",
    ]
  }

  private static func header(_ credential: Credential, _ route: Route?) -> String {
    let isSender = route == .callbacks
    switch credential {
    case .none: return ""
    case .wrong:
      return isSender ? "Authorization: Basic OmE=\r\n" : "Authorization: Bearer \(token)x\r\n"
    case .right:
      // ":key-of-sixteen-and-more"
      let basic = "OmtleS1vZi1zaXh0ZWVuLWFuZC1tb3Jl"
      return "Authorization: " + (isSender ? "Basic \(basic)" : "Bearer \(token)") + "\r\n"
    }
  }

  /// The table once more, as the documentation has it.
  private static func status(_ path: String, _ method: String, _ credential: Credential) -> Int {
    let isSender = path == "/exotel"
    guard (isSender ? ["GET", "POST"] : ["GET", "HEAD"]).contains(method) else { return 405 }
    if isSender { return credential == .right ? 400 : 401 }
    return path.hasPrefix("/v1") && credential != .right ? 401 : 200
  }

  /// A client that connects again where an answer was the last one.
  private final class Client {
    private let server: MonitorServer
    private var client: RawClient?

    init(_ server: MonitorServer) { self.server = server }

    func status(_ method: String, _ target: String, _ headers: String) throws -> Int {
      let client = try self.client ?? RawClient(server)
      self.client = client
      let length = method == "POST" ? "Content-Length: 0\r\n" : ""
      try client.send("\(method) \(target) HTTP/1.1\r\nHost: localhost\r\n\(headers)\(length)\r\n")
      let answer = try client.answer(hasBody: method != "HEAD")
      if answer.headers["connection"] == "close" { self.client = nil }
      return answer.status
    }
  }

  private func monitor() -> CallMonitor {
    let monitor = TestFloor.monitor()
    monitor.receive(
      CallbackRequest(
        raw: .init(method: "GET", target: TestFloor.dial("a1")), peer: "", arrivedAt: TestFloor.now)
    ) { _ in }
    return monitor
  }

  @Test func `no spelling reads what its reader has no right to`() async throws {
    let settings = ListenerSettings(key: Self.key, token: Self.token)
    try await TestFloor.serving(settings, monitor: monitor()) { server in
      let client = Client(server)
      for path in Self.paths {
        let route = Route(RequestTarget(path))
        for method in ["GET", "HEAD", "POST", "DELETE"] {
          for credential in Credential.allCases {
            let headers = Self.header(credential, route)
            let expected = Self.status(path, method, credential)
            for target in Self.same(path) {
              let status = try client.status(method, target, headers)
              #expect(status == expected, "\(method) \(target) \(credential)")
            }
            for target in Self.other(path) {
              let status = try client.status(method, target, headers)
              // Behind these two anything may be a sid or a number, which has the same right.
              let isNamed = path == "/v1/calls/a1" || path == "/v1/agents/09880000001"
              let isAllowed = status == 404 || isNamed && (status == expected || status == 200)
              #expect(isAllowed, "\(method) \(target) \(credential): \(status)")
              #expect(credential == .right || status != 200, "\(target)")
            }
          }
        }
      }
    }
  }
}
