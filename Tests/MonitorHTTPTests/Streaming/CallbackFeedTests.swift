import CallModel
import CallbackWire
import ListenerTesting
import Monitoring
import NIOHTTP1
import Testing

@testable import MonitorHTTP

struct CallbackFeedTests {
  private let monitor = TestFloor.monitor()

  private func send(_ sid: String) {
    monitor.receive(
      CallbackRequest(
        raw: RawCallback(method: "GET", target: TestFloor.dial(sid)), peer: "",
        arrivedAt: TestFloor.now)
    ) { _ in }
  }

  private func feed(after sequence: UInt64? = nil) -> CallbackFeed {
    CallbackFeed(
      monitor, monitor.begin(after: sequence, window: .seconds(60)), greeting: Array("hi\n\n".utf8))
  }

  private func live(_ sequence: Int) -> String {
    "id: \(sequence)\nevent: live\ndata: {\"sequence\":\(sequence)}\n\n"
  }

  private func text(_ chunk: StreamChunk) -> String {
    switch chunk {
    case .bytes(let bytes), .lost(let bytes): String(decoding: bytes, as: UTF8.self)
    case .nothing: ""
    }
  }

  @Test func `first what came, then what comes, an event for each`() {
    send("a1")
    var feed = feed()
    let first = text(feed.next())
    #expect(first.hasPrefix("hi\n\nid: 1\ndata: {\"v\":1,\"seq\":1,"))
    #expect(first.hasSuffix("\"}\n\n" + live(1)))
    #expect(feed.next() == .nothing)
    send("a2")
    #expect(text(feed.next()).hasPrefix("id: 2\ndata: {\"v\":1,\"seq\":2,"))
    #expect(feed.next() == .nothing)
  }

  @Test func `what came twice is not sent once more to who comes again`() {
    for sid in ["a1", "a1"] { send(sid) }
    var first = feed()
    let past = text(first.next())
    #expect(past.split(separator: "\n").count { $0.hasPrefix("id: 1") } == 2)
    #expect(past.hasSuffix(live(2)))
    var again = feed(after: 2)
    #expect(text(again.next()) == "hi\n\n" + live(2))
  }

  @Test func `a call comes whole, also where its beginning is older than the window`() {
    let now = TestFloor.now
    for (event, ago) in [("Dial", 90), ("Terminal", 30)] {
      let target = TestFloor.dial("w1").replacing("EventType=Dial", with: "EventType=\(event)")
      monitor.receive(
        CallbackRequest(
          raw: RawCallback(method: "GET", target: target + "&CallType=completed"), peer: "",
          arrivedAt: now - .seconds(ago))
      ) { _ in }
    }
    var feed = feed()
    #expect(text(feed.next()).split(separator: "\n").count { $0.hasPrefix("data: {\"v\"") } == 2)
  }

  @Test func `who was too slow is told to start over`() {
    var feed = feed()
    _ = feed.next()
    for number in 0...20_000 { send("s\(number % 400)") }
    guard case .lost = feed.next() else {
      Issue.record("it goes on as if nothing were missing")
      return
    }
    var restarted = self.feed(after: 1)
    #expect(text(restarted.next()).hasPrefix("hi\n\nevent: restart\ndata: {}\n\n"))
  }

  @Test func `much comes in pieces`() {
    for number in 0..<2_000 { send("s\(number)") }
    var feed = feed()
    var pieces = 0
    while case .bytes(let bytes) = feed.next() {
      pieces += 1
      #expect(bytes.count < 100_000)
    }
    #expect(pieces > 5)
  }

  @Test func `its query is read, and what is wrong is named`() throws {
    func query(_ query: String, _ last: String? = nil) throws -> StreamQuery? {
      var head = HTTPRequestHead(version: .http1_1, method: .GET, uri: "/v1/callbacks?" + query)
      if let last { head.headers.add(name: "Last-Event-ID", value: last) }
      return try StreamQuery(RequestTarget(head.uri), RequestHead(head))
    }
    func callbacks(_ sequence: UInt64?, _ window: Int) -> StreamQuery.Subject {
      .callbacks(after: sequence, window: .seconds(window))
    }
    #expect(try query("")?.subject == callbacks(nil, 3_600))
    #expect(try query("since=7&window=24h")?.subject == callbacks(7, 86_400))
    #expect(try query("since=7", "9")?.subject == callbacks(9, 3_600))
    #expect(try query("")?.heartbeat == .seconds(15))
    #expect(try query("heartbeat=2s")?.heartbeat == .seconds(2))
    for wrong in [
      "since=x", "window=8d", "window=h", "window=-1h", "limit=1", "heartbeat=16s", "heartbeat=0",
    ] {
      #expect(throws: QueryError.self) { try query(wrong) }
    }
  }
}
