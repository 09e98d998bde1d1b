import ListenerTesting
import Monitoring
import Testing

@testable import BoardClient
@testable import MonitorHTTP

struct CallbackStreamTests {
  private func events(_ text: String) throws -> [CallbackStream.Event] {
    var parser = EventStreamParser()
    return try parser.take(text.utf8).compactMap(CallbackStream.event)
  }

  private func isLive(_ events: [CallbackStream.Event], _ sequence: UInt64?) -> Bool {
    if case .live(sequence) = events.first { events.count == 1 } else { false }
  }

  @Test func `where the past ends is told by an event, and by a comment of older listeners`() throws
  {
    #expect(isLive(try events(String(decoding: StreamText.live(7), as: UTF8.self)), 7))
    #expect(isLive(try events(String(decoding: StreamText.live(nil), as: UTF8.self)), nil))
    #expect(isLive(try events("id: 7\n\n: live 7\n\n"), 7))
    #expect(isLive(try events(": live\n\n"), nil))
  }

  @Test func `who listens is told by an event, and by a comment of older listeners`() throws {
    let identity = ListenerIdentity(zone: "Asia/Kolkata", country: .india)
    let greeting = ListenerGreeting(identity, TestFloor.monitor(), at: TestFloor.now)
    let json = String(decoding: greeting.json, as: UTF8.self)
    for text in ["event: hello\ndata: \(json)\n\n", ": hello \(json)\n\n"] {
      guard case .hello(greeting) = try events(text).first else {
        Issue.record("no greeting in \(text)")
        continue
      }
    }
  }
}
