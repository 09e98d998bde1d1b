import CallModel
import CallbackWire
import ListenerTesting
import Monitoring
import Testing

@testable import BoardClient
@testable import MonitorHTTP

/// What is known of the account stands at the beginning of every stream of callbacks.
@Suite struct FactStreamTests {
  private let monitor = TestFloor.monitor()

  private static func progress(_ line: Int) -> AccountFact {
    .progress(
      line: "+9180\(44_000_000 + line)", family: .connect,
      since: TestFloor.now - .seconds(86_400 + line))
  }

  private func feed(after sequence: UInt64? = nil) -> CallbackFeed {
    CallbackFeed(
      monitor, monitor.begin(after: sequence, window: .seconds(60)),
      greeting: StreamText.event("hello", Array("{}".utf8)))
  }

  /// All that is ready now, as events; each piece is not much larger than another one.
  private func events(of feed: inout CallbackFeed) throws -> [EventStreamParser.Event] {
    var parser = EventStreamParser()
    var events: [EventStreamParser.Event] = []
    while case .bytes(let bytes) = feed.next() {
      #expect(bytes.count < 100_000)
      events += try parser.take(bytes)
    }
    return events
  }

  private func facts(_ events: [EventStreamParser.Event]) throws -> [AccountFact] {
    try events.filter { $0.name == "fact" }.map { event in
      guard case .fact(let line)? = try CallbackStream.event(event) else {
        throw EventStreamParser.TooLong()
      }
      return try #require(AccountFact(line: line[...], country: .india))
    }
  }

  @Test func `it comes behind the greeting, before the callbacks, to who comes again too`() throws {
    monitor.join([Self.progress(1), Self.progress(2)])
    TestFloor.send(TestFloor.dial("a1"), to: monitor)
    for sequence in [nil, 1] as [UInt64?] {
      var feed = feed(after: sequence)
      let events = try events(of: &feed)
      let callbacks = sequence == nil ? ["message"] : []
      #expect(events.map(\.name) == ["hello", "fact", "fact"] + callbacks + ["live"])
      #expect(try facts(events) == [Self.progress(1), Self.progress(2)])
    }
  }

  @Test func `what is learned later is told, also where no callback of the stream shows it`() throws
  {
    var feed = feed()
    _ = try events(of: &feed)
    monitor.join([Self.progress(3)])
    let joined = try events(of: &feed)
    #expect(try facts(joined) == [Self.progress(3)])
    TestFloor.send(
      TestFloor.dial("a1").replacing("EventType=Dial", with: "EventType=Answered"), to: monitor)
    let learned = try events(of: &feed)
    #expect(learned.count == 2)
    let shown = try facts(learned)
    #expect(shown.count == 1 && shown.allSatisfy { $0.since > TestFloor.now - .seconds(3_600) })
    monitor.join([Self.progress(3)])
    #expect(feed.next() == .nothing)
  }

  @Test func `much of it comes in pieces, whole`() throws {
    let many = (0..<5_000).map(Self.progress)
    monitor.join(many)
    var feed = feed()
    #expect(try Set(facts(events(of: &feed))) == Set(many))
  }
}
