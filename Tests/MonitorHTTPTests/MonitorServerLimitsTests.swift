import CallModel
import Foundation
import ListenerTesting
import Monitoring
import Testing

@testable import MonitorHTTP

/// Connections: how many, how long, in which order, and how they end.
struct MonitorServerLimitsTests {
  @Test func `pipelined requests of all kinds are answered in their order`() async throws {
    try await TestFloor.serving { server in
      let client = try RawClient(server)
      var text = ""
      for sid in ["o1", "o2", "o3"] {
        text += "GET \(TestFloor.dial(sid)) HTTP/1.1\r\nHost: localhost\r\n\r\n"
        text += "GET /v1/calls/\(sid) HTTP/1.1\r\nHost: localhost\r\n\r\n"
      }
      try client.send(text + "GET /healthz HTTP/1.0\r\n\r\n")
      for sid in ["o1", "o2", "o3"] {
        let taken = try client.answer()
        #expect(taken.status == 200 && taken.body.isEmpty)
        #expect(try client.answer().body.hasPrefix("{\"sid\":\"\(sid)\""))
      }
      #expect(try client.answer().body == "{\"status\":\"ok\"}")
      #expect(try client.isAtEnd())
    }
  }

  @Test func `a request whose sender has ended sending is answered`() async throws {
    try await TestFloor.serving { server in
      let client = try RawClient(server)
      try client.send("GET /v1/calls HTTP/1.1\r\nHost: localhost\r\n\r\n")
      client.endSending()
      #expect(try client.answer().status == 200)
      #expect(try client.isAtEnd())
    }
  }

  @Test func `HTTP 1.0 may ask for the connection to stay`() async throws {
    try await TestFloor.serving { server in
      let client = try RawClient(server)
      for _ in 0..<2 {
        try client.send("GET \(TestFloor.dial("a")) HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
        #expect(try client.answer().headers["connection"] == "keep-alive")
      }
      try client.send("GET \(TestFloor.dial("a")) HTTP/1.0\r\n\r\n")
      #expect(try client.answer().headers["connection"] == "close")
      #expect(try client.isAtEnd())
    }
  }

  @Test func `a slow client is cut`() async throws {
    var settings = ListenerSettings()
    settings.limits.requestTime = .milliseconds(100)
    try await TestFloor.serving(settings) { server in
      let client = try RawClient(server)
      try client.send("GET /exotel HTTP/1.1\r\nHost: localhost\r\n")
      #expect(try client.isAtEnd())
      let silent = try RawClient(server)
      #expect(try silent.isAtEnd())
    }
  }

  @Test func `an idle connection is cut`() async throws {
    var settings = ListenerSettings()
    settings.limits.idleTime = .milliseconds(100)
    try await TestFloor.serving(settings) { server in
      let client = try RawClient(server)
      #expect(try client.get("/healthz").status == 200)
      #expect(try client.isAtEnd())
    }
  }

  @Test func `a connection too many takes the place of the one that has been silent longest`()
    async throws
  {
    var settings = ListenerSettings()
    settings.limits.maximumConnections = 2
    try await TestFloor.serving(settings) { server in
      let first = try RawClient(server)
      #expect(try first.get("/healthz").status == 200)
      let second = try RawClient(server)
      #expect(try second.get("/healthz").status == 200)
      #expect(try first.get("/healthz").status == 200)
      let third = try RawClient(server)
      #expect(try third.get("/healthz").status == 200)
      #expect(try second.isAtEnd())
      #expect(try first.get("/healthz").status == 200)
    }
  }

  @Test func `half a request makes room after all that are silent`() async throws {
    var settings = ListenerSettings()
    settings.limits.maximumConnections = 2
    try await TestFloor.serving(settings) { server in
      let (half, silent) = (try RawClient(server), try RawClient(server))
      let begun = "POST /healthz HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\nx"
      try half.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n" + begun)
      #expect(try half.answer().status == 200)
      #expect(try silent.get("/healthz").status == 200)
      let third = try RawClient(server)
      #expect(try third.get("/healthz").status == 200)
      #expect(try silent.isAtEnd())
      try half.send("y")
      #expect(try half.answer().status == 405)
    }
  }

  @Test func `one address has so many connections, and a new one for its most silent`() async throws
  {
    var settings = ListenerSettings()
    settings.limits.connectionsPerAddress = 1
    try await TestFloor.serving(settings) { server in
      let first = try RawClient(server)
      #expect(try first.get("/healthz").status == 200)
      let second = try RawClient(server)
      #expect(try second.get("/healthz").status == 200)
      #expect(try first.isAtEnd())
    }
  }

  @Test func `readers leave places for callbacks, and one too many is told to wait`() async throws {
    var settings = ListenerSettings()
    settings.limits.maximumConnections = 8
    try await TestFloor.serving(settings) { server in
      let readers = try (0..<7).map { _ in
        let reader = try RawClient(server)
        try reader.send("GET /v1/callbacks HTTP/1.1\r\nHost: localhost\r\n\r\n")
        #expect(try reader.some().hasPrefix("HTTP/1.1 200"))
        return reader
      }
      let last = try RawClient(server)
      let refused = try last.get("/v1/calls")
      #expect(refused.status == 503 && refused.headers["retry-after"] == "5")
      #expect(try last.get(TestFloor.dial("a")).status == 200)
      #expect(try last.get("/healthz").status == 200)
      #expect(readers.count == 7)
    }
  }

  @Test func `who does not read the answers is not read from`() async throws {
    let monitor = TestFloor.monitor()
    try await TestFloor.serving(monitor: monitor) { server in
      let client = try RawClient(server)
      // Each of these is answered with over 100 kB; together they are over a gigabyte.
      for number in 0..<200 { _ = try client.get(TestFloor.dial("w\(number)")) }
      let request = "GET /v1/calls?limit=1000 HTTP/1.1\r\nHost: localhost\r\n\r\n"
      let greedy = try RawClient(server)
      try greedy.send(String(repeating: request, count: 10_000 / request.utf8.count * 100))
      #expect(try client.get("/healthz").status == 200)
      #expect(try greedy.answer().status == 200)
    }
  }

  @Test func `stopping ends idle connections and takes no more`() async throws {
    let server = try await MonitorServer.start(
      ListenerSettings(port: 0), monitor: TestFloor.monitor(), clock: { TestFloor.now })
    let (mayStop, clientsAreReady) = AsyncStream.makeStream(of: Void.self)
    async let stopped: Void = {
      for await _ in mayStop { break }
      await server.stop()
    }()
    try await Self.onThread {
      let idle = try RawClient(server)
      #expect(try idle.get("/healthz").status == 200)
      clientsAreReady.yield()
      #expect(try idle.isAtEnd())
    }
    await stopped
    #expect(throws: RawClient.Failure.self) { try RawClient(server) }
  }

  /// Runs what blocks where it holds up nothing else.
  private static func onThread(_ body: @escaping @Sendable () throws -> Void) async throws {
    try await withCheckedThrowingContinuation { continuation in
      Thread { continuation.resume(with: Result(catching: body)) }.start()
    }
  }

  @Test func `what was read when it stops is answered, and says that it is the last`() async throws
  {
    let server = try await MonitorServer.start(
      ListenerSettings(port: 0), monitor: TestFloor.monitor(), clock: { TestFloor.now })
    let (mayStop, clientsAreReady) = AsyncStream.makeStream(of: Void.self)
    async let stopped: Void = {
      for await _ in mayStop { break }
      await server.stop()
    }()
    try await Self.onThread {
      let client = try RawClient(server)
      #expect(try client.get("/healthz").headers["connection"] == nil)
      clientsAreReady.yield()
      while try client.get("/healthz").headers["connection"] == nil {}
      #expect(try client.isAtEnd())
    }
    await stopped
  }

  @Test func `stopping waits no longer than it may`() async throws {
    var settings = ListenerSettings(port: 0)
    settings.limits.drainTime = .seconds(60)
    settings.limits.stopTime = .milliseconds(100)
    let server = try await MonitorServer.start(
      settings, monitor: TestFloor.monitor(), clock: { TestFloor.now })
    let stuck = try RawClient(server)
    try stuck.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\nGET /exo")
    #expect(try stuck.answer().status == 200)
    await server.stop()
    #expect(try stuck.isAtEnd())
  }

  @Test func `a port in use is named`() async throws {
    try await TestFloor.serving { server in
      let error = await #expect(throws: ListenerError.self) {
        try await MonitorServer.start(
          ListenerSettings(port: server.port), monitor: TestFloor.monitor(),
          clock: { TestFloor.now })
      }
      #expect(error == .portInUse(host: "127.0.0.1", port: server.port))
      #expect(error?.description.contains("\(server.port)") == true)
    }
  }

  @Test func `an open address without key and token is refused`() async throws {
    let error = await #expect(throws: ListenerError.self) {
      try await MonitorServer.start(
        ListenerSettings(host: "0.0.0.0", port: 0), monitor: TestFloor.monitor(),
        clock: { TestFloor.now })
    }
    #expect(error?.description.contains("--token") == true)
  }

  @Test(arguments: [("no.such.host.invalid", 0), ("127.0.0.1", 70_000)])
  func `what cannot be bound says why`(_ host: String, _ port: Int) async throws {
    let settings = ListenerSettings(host: host, port: port, key: "k", token: "t")
    let error = await #expect(throws: ListenerError.self) {
      try await MonitorServer.start(
        settings, monitor: TestFloor.monitor(), clock: { TestFloor.now })
    }
    #expect(error?.description.contains(host) == true)
  }
}
