import CallModel
import CallbackWire
import ListenerTesting
import MonitorHTTP
import Monitoring
import Testing

@testable import CallbackDelivery

struct CallbackSenderTests {
  private func sending(
    to server: MonitorServer, key: String? = nil,
    _ body: (_ send: @escaping @Sendable (RawCallback) async throws -> CallbackSender.Answer)
      async throws ->
      Void
  ) async throws {
    let target = try CallbackTarget("http://127.0.0.1:\(server.port)/exotel", key: key)
    let sender = CallbackSender(connections: 2)
    do {
      try await body { try await sender.send($0, to: target) }
    } catch {
      try await sender.close()
      throw error
    }
    try await sender.close()
  }

  @Test func `callbacks arrive as they are`() async throws {
    let monitor = TestFloor.monitor()
    try await TestFloor.serving(monitor: monitor) { server in
      try await sending(to: server) { send in
        let get = RawCallback(method: "GET", target: TestFloor.dial("g"))
        let post = RawCallback(
          method: "POST", target: "/exotel", contentType: "application/json",
          body: Array("{\"CallSid\":\"p\",\"EventType\":\"ringing\",\"From\":\"1\"}".utf8))
        for raw in [get, post] {
          let answer = try await send(raw)
          #expect(answer.status == 200 && answer.latency > .zero)
        }
        let kept = monitor.read { _, wire, _ in
          ["g", "p"].flatMap { wire.callbacks(of: $0) }.map(\.raw)
        }
        #expect(kept == [get, post])
      }
    }
  }

  @Test func `the key is sent along, whatever is in it`() async throws {
    let key = "s&cr=t +%ü"
    try await TestFloor.serving(ListenerSettings(key: key)) { server in
      let raw = RawCallback(method: "GET", target: TestFloor.dial("k"))
      for (key, status) in [(key, 200), ("x", 401)] {
        try await sending(to: server, key: key) { send in
          let answer = try await send(raw)
          #expect(answer.status == status)
        }
      }
    }
  }

  @Test func `many at a time share the connections`() async throws {
    let monitor = TestFloor.monitor()
    var settings = ListenerSettings()
    settings.limits.maximumConnections = 2
    try await TestFloor.serving(settings, monitor: monitor) { server in
      try await sending(to: server) { send in
        try await withThrowingTaskGroup(of: Int.self) { group in
          for number in 0..<50 {
            group.addTask {
              let target = TestFloor.dial("m\(number)")
              return try await send(RawCallback(method: "GET", target: target)).status
            }
          }
          for try await status in group { #expect(status == 200) }
        }
      }
    }
    #expect(monitor.read { board, _, _ in board.calls(CallQuery()).total } == 50)
  }

  @Test func `where nobody listens it says so`() async throws {
    var port = 0
    try await TestFloor.serving { port = $0.port }
    let target = try CallbackTarget("http://127.0.0.1:\(port)")
    let sender = CallbackSender()
    await #expect(throws: (any Error).self) {
      try await sender.send(RawCallback(method: "GET", target: "/exotel"), to: target)
    }
    try await sender.close()
  }
}
