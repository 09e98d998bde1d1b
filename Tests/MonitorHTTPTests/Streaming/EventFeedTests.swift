import CallModel
import CallbackWire
import Foundation
import ListenerTesting
import Monitoring
import Testing

@testable import BoardClient
@testable import MonitorHTTP

struct EventFeedTests {
  private let monitor = TestFloor.monitor()
  private let tape: EventTape

  init() {
    tape = EventTape(monitor, run: "r", maximumBytes: 40_000)
    _ = tape.readers.add {}
  }

  private func send(_ target: String) {
    monitor.receive(
      CallbackRequest(
        raw: RawCallback(method: "GET", target: target), peer: "", arrivedAt: TestFloor.now)
    ) { _ in }
    tape.write()
  }

  private func text(_ chunk: StreamChunk) -> String {
    switch chunk {
    case .bytes(let bytes), .lost(let bytes): String(decoding: bytes, as: UTF8.self)
    case .nothing: ""
    }
  }

  /// The names of the events, and the last id.
  private func outline(_ chunk: StreamChunk) -> (names: [String], id: String?) {
    let lines = text(chunk).split(separator: "\n")
    let names = lines.filter { $0.hasPrefix("event: ") }.map { String($0.dropFirst(7)) }
    return (names, lines.last { $0.hasPrefix("id: ") }.map { String($0.dropFirst(4)) })
  }

  @Test func `the board as it is, then each change with its agents and the summary`() {
    send(TestFloor.dial("a1"))
    var feed = EventFeed(tape, after: nil)
    let snapshot = text(feed.next())
    #expect(snapshot.contains("event: snapshot\ndata: {\"calls\":[{\"sid\":\"a1\""))
    #expect(snapshot.contains("\"agents\":[{\"number\":\"09880000001\""))
    #expect(snapshot.contains("\"summary\":{\"live\":{\"dialing\":1"))
    #expect(feed.next() == .nothing)
    send(TestFloor.dial("a2", agent: "09880000002"))
    let change = text(feed.next())
    #expect(change.contains("event: call\ndata: {\"sid\":\"a2\"") && !change.contains("\"a1\""))
    #expect(change.contains("event: agent\ndata: {\"number\":\"09880000002\""))
    #expect(change.contains("event: summary\ndata: {\"live\":{\"dialing\":2"))
    #expect(feed.next() == .nothing)
  }

  @Test func `a rejected request changes the summary alone`() {
    var feed = EventFeed(tape, after: nil)
    _ = feed.next()
    send("/exotel?nothing=1")
    let chunk = feed.next()
    #expect(outline(chunk).names == ["summary"] && text(chunk).contains("\"rejected\":1"))
    #expect(feed.next() == .nothing)
  }

  @Test func `who comes again gets what has changed meanwhile, from the same run`() throws {
    var first = EventFeed(tape, after: nil)
    let id = try #require(outline(first.next()).id)
    send(TestFloor.dial("a1"))
    var again = EventFeed(tape, after: id)
    #expect(outline(again.next()).names == ["call", "agent"])
    #expect(outline(again.next()).names == ["summary"] && !again.needsMaking)
    #expect(again.next() == .nothing)
    for stranger in ["q-0", "r-77", "0", "r-"] {
      var restarted = EventFeed(tape, after: stranger)
      #expect(outline(restarted.next()).names == ["snapshot"], "\(stranger)")
    }
  }

  @Test func `many changes at once come in pieces, and only the last is a place to go on from`()
    throws
  {
    for number in 0..<150 { send(TestFloor.dial("s\(number)")) }
    let text = EventText(monitor: monitor, run: "r")
    let places = try #require(monitor.changes(since: 0)).places
    let pieces = text.pieces(places, upTo: 150).map { outline(.bytes($0)) }
    #expect(pieces.map(\.id) == [nil, nil, nil, "r-150"])
    #expect(pieces.map { $0.names.filter { $0 == "call" }.count } == [64, 64, 22, 0])
  }

  @Test func `who is too slow is told to start over`() {
    var feed = EventFeed(tape, after: nil)
    _ = feed.next()
    for number in 0..<40 { send(TestFloor.dial("s\(number)")) }
    #expect(feed.next() == .lost(StreamText.restart))
  }

  @Test func `all read the same, and what nobody read is no news to the next`() {
    var feeds = [EventFeed(tape, after: nil), EventFeed(tape, after: nil)]
    for place in feeds.indices { _ = feeds[place].next() }
    send(TestFloor.dial("a1"))
    #expect(feeds[0].next() == feeds[1].next())
    var later = EventFeed(tape, after: nil)
    #expect(outline(later.next()).names == ["snapshot"])
    #expect(later.next() == .nothing)
  }

  @Test func `a snapshot of many calls comes in pieces, and is one event of all of them`() throws {
    for number in 0..<400 {
      send(TestFloor.dial("s\(number)", agent: "0988\(1_000_000 + number)"))
    }
    var feed = EventFeed(tape, after: nil)
    var parser = EventStreamParser()
    var (events, pieces) = ([EventStreamParser.Event](), 0)
    while feed.needsMaking {
      let piece = text(feed.next())
      #expect(piece.utf8.count < 40_000)
      events += try parser.take(piece.utf8)
      events += try parser.take(StreamText.heartbeat)
      pieces += 1
    }
    events.removeAll { $0.name == ":" }
    #expect(pieces > 5 && events.map(\.name) == ["snapshot"])
    let data = try JSONSerialization.jsonObject(with: Data(events.first?.data ?? []))
    let board = try #require(data as? [String: Any])
    func texts(_ list: String, _ name: String) -> Set<String> {
      Set((board[list] as? [[String: Any]] ?? []).compactMap { $0[name] as? String })
    }
    #expect(texts("calls", "sid") == Set((0..<400).map { "s\($0)" }))
    #expect(texts("agents", "number").count == 400)
    #expect((board["summary"] as? [String: Any])?["live"] != nil)
    #expect(feed.next() == .nothing)
  }

  @Test func `what changes while the board is told is told behind it`() throws {
    for number in 0..<200 { send(TestFloor.dial("s\(number)")) }
    var feed = EventFeed(tape, after: nil)
    _ = feed.next()
    send(TestFloor.dial("new"))
    while feed.needsMaking { _ = feed.next() }
    #expect(text(feed.next()).contains("event: call\ndata: {\"sid\":\"new\""))
  }
}
