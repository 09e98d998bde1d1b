import ListenerTesting
import Testing

@testable import MonitorHTTP

/// A listener without a token, and those who call it by a name that is not its own.
struct StrangerTests {
  /// Asks each time over a connection of its own.
  private struct Caller {
    let server: MonitorServer

    func expect(
      _ expected: Int, _ target: String, host: String?, origin: String? = nil,
      version: String = "1.1", at place: SourceLocation = #_sourceLocation
    ) throws {
      let client = try RawClient(server)
      let hostLine = host.map { "Host: \($0)\r\n" } ?? ""
      let originLine = origin.map { "Origin: \($0)\r\n" } ?? ""
      try client.send("GET \(target) HTTP/\(version)\r\n\(hostLine)\(originLine)\r\n")
      let status = try client.answer().status
      #expect(
        status == expected, "\(target) of \(host ?? "none") for \(origin ?? "none")",
        sourceLocation: place)
    }
  }

  private static let read = [
    "/v1/calls", "/v1/calls/a1", "/v1/openapi.json", "/v1/events", "/metrics",
  ]

  @Test func `the board is read by the listener's own names alone`() async throws {
    try await TestFloor.serving(ListenerSettings(names: ["board.example.com"])) { server in
      let caller = Caller(server: server)
      for host in ["localhost", "127.0.0.1:\(server.port)", "[::1]:1", "Board.example.com:8443"] {
        for path in Self.read where path != "/v1/calls/a1" {
          try caller.expect(200, path, host: host)
        }
      }
      for host in ["evil.example", "localhost.evil.example", "127.1", "example.com"] {
        for path in Self.read {
          try caller.expect(403, path, host: host)
          try caller.expect(403, "http://\(host)\(path)", host: "localhost")
        }
        try caller.expect(200, "/healthz", host: host)
        try caller.expect(200, TestFloor.dial("a1"), host: host)
        try caller.expect(404, "/v1/nothing", host: host)
      }
      try caller.expect(200, "http://localhost/v1/calls", host: "evil.example")
      try caller.expect(403, "/v1/calls", host: nil, version: "1.0")
      try caller.expect(200, "/v1/calls", host: "localhost", version: "1.0")
      try caller.expect(200, "/healthz", host: nil, version: "1.0")
    }
  }

  @Test func `no page of another origin reads it`() async throws {
    try await TestFloor.serving { server in
      let caller = Caller(server: server)
      let own = "localhost:\(server.port)"
      for path in Self.read {
        for origin in [
          "http://evil.example", "null", "http://localhost", "http://localhost:1",
          "https://\(own)x", "http://127.0.0.1:\(server.port)", "file://",
          "chrome-extension://abc", "", own,
        ] {
          try caller.expect(403, path, host: own, origin: origin)
        }
        let status = path == "/v1/calls/a1" ? 404 : 200
        try caller.expect(status, path, host: own, origin: "http://\(own)")
      }
      try caller.expect(200, "/healthz", host: own, origin: "null")
      try caller.expect(200, TestFloor.dial("a"), host: own, origin: "http://x")
      let both = "http://\(own)\r\nOrigin: http://evil.example"
      try caller.expect(403, "/v1/calls", host: own, origin: both)
    }
  }

  @Test func `with a token any name will do, as the token protects`() async throws {
    try await TestFloor.serving(ListenerSettings(token: "t")) { server in
      let caller = Caller(server: server)
      let bearer = "http://evil.example\r\nAuthorization: Bearer t"
      try caller.expect(200, "/v1/calls", host: "evil.example", origin: bearer)
      try caller.expect(401, "/v1/calls", host: "evil.example")
      try caller.expect(200, "/metrics", host: "evil.example", origin: "null")
    }
  }

  @Test func `it is told what to do`() async throws {
    try await TestFloor.serving { server in
      let client = try RawClient(server)
      try client.send("GET /v1/calls HTTP/1.1\r\nHost: evil.example\r\n\r\n")
      let answer = try client.answer()
      #expect(answer.status == 403 && answer.body.contains("--host"))
      #expect(answer.headers["content-type"] == "application/problem+json")
    }
  }
}
