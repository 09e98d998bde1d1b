import CallModel
import ListenerTesting
import Monitoring
import Testing

@testable import MonitorHTTP

/// `/v1/callbacks` over a real connection.
struct StreamTests {
  /// Reads until the text has come, for 10 s at most.
  private func wait(_ client: RawClient, for text: String) throws {
    var received = ""
    while !received.contains(text) { received += try client.some() }
  }

  @Test func `a callback is sent on the moment it comes, until the listener stops`() async throws {
    try await TestFloor.serving { server in
      let reader = try RawClient(server)
      try reader.send("GET /v1/callbacks HTTP/1.1\r\nHost: localhost\r\n\r\n")
      try wait(reader, for: "Content-Type: text/event-stream")
      let sender = try RawClient(server)
      for sid in ["a1", "a2"] {
        #expect(try sender.get(TestFloor.dial(sid)).status == 200)
        try wait(reader, for: "CallSid=\(sid)")
      }
    }
  }

  @Test func `HEAD has the head alone, and the token is wanted`() async throws {
    try await TestFloor.serving(ListenerSettings(port: 0, key: "k", token: "t")) { server in
      let client = try RawClient(server)
      #expect(try client.get("/v1/callbacks").status == 401)
      try client.send(
        "HEAD /v1/callbacks HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer t\r\n\r\n")
      #expect(try client.answer(hasBody: false).status == 200)
      #expect(try client.some().isEmpty)
    }
  }
}
