import CallJournal
import CallModel
import CallbackWire
import Testing

@testable import Monitoring

@Suite struct MonitorForwardingTests {
  private static let now = Instant(seconds: 1_767_261_600)

  private func monitor(forwarding: Bool = true) -> CallMonitor {
    CallMonitor(
      decoder: CallbackDecoder(), board: CallBoard(), clock: { Self.now }, windowStart: { $0 },
      forwarder: forwarding ? ForwarderSignal(target: "http://crm") : nil)
  }

  private func send(_ query: String, to monitor: CallMonitor, via header: String? = nil) {
    monitor.receive(
      CallbackRequest(
        raw: RawCallback(method: "GET", target: "/exotel?" + query), peer: "127.0.0.1:9",
        arrivedAt: Self.now, path: ForwardPath(header: header))
    ) { _ in }
  }

  private func forwardings(_ monitor: CallMonitor) -> [Forwarding?] {
    monitor.read { _, wire, _ in wire.page(ListCursor(), height: 100).rows.map(\.forwarding) }
  }

  private let dial = "CallSid=c1&EventType=Dial&DialWhomNumber=09880000001"

  @Test func `what was accepted goes on as it came, also when it comes twice`() throws {
    let monitor = monitor()
    send(dial, to: monitor)
    send(dial, to: monitor)
    send("no=call", to: monitor)
    let first = try #require(monitor.takeForwards().first)
    #expect(first.raw.target == "/exotel?" + dial)
    #expect(forwardings(monitor) == [nil, .waiting, .sending])
    monitor.end(first, latency: .milliseconds(3), fault: nil)
    let second = try #require(monitor.takeForwards().first)
    monitor.end(second, latency: .zero, fault: "503")
    #expect(
      forwardings(monitor)
        == [nil, .again(Self.now + .seconds(300), "503"), .delivered(.milliseconds(3))])
    #expect(monitor.forwardStatus?.retrying == 1 && monitor.forwardStatus?.delivered == 1)
  }

  @Test func `what is restored has been forwarded before`() {
    let monitor = monitor()
    monitor.restore(
      JournalEntry(
        sequence: 1, arrivedAt: Self.now, peer: "x",
        raw: RawCallback(method: "GET", target: "/exotel?" + dial), rejection: nil))
    #expect(monitor.takeForwards().isEmpty && monitor.forwardStatus?.waiting == 0)
  }

  @Test func `what has been here before is not sent on, and counted`() throws {
    let monitor = monitor()
    send(dial, to: monitor, via: "other")
    let delivery = try #require(monitor.takeForwards().first)
    let path = try #require(delivery.path.header)
    #expect(path.hasPrefix("other, "))
    monitor.end(delivery, latency: .zero, fault: nil)
    send(dial, to: monitor, via: path)
    #expect(monitor.takeForwards().isEmpty)
    #expect(forwardings(monitor).first == .returned("it has been here before"))
    #expect(monitor.forwardStatus?.returned == 1 && monitor.forwardStatus?.waiting == 0)
  }

  @Test func `one can be sent once more`() throws {
    let monitor = monitor()
    let moment = ContinuousClock.now
    func take() throws -> ForwardDelivery {
      try #require(monitor.takeForwards(at: moment).first)
    }
    send(dial, to: monitor)
    #expect(monitor.forwardAgain(1) == .underway)
    let first = try take()
    #expect(monitor.forwardAgain(1) == .underway)
    #expect(monitor.end(first, latency: .zero, fault: "503", at: moment))
    for _ in 1...3 {
      #expect(monitor.forwardAgain(1) == .begun)
      #expect(!monitor.end(try take(), latency: .zero, fault: "503", at: moment))
      #expect(forwardings(monitor) == [.again(Self.now + .seconds(300), "503")])
    }
    #expect(monitor.forwardStatus?.retrying == 1 && monitor.forwardStatus?.failed == 0)
    #expect(monitor.forwardAgain(1) == .begun)
    #expect(monitor.end(try take(), latency: .zero, fault: nil, at: moment))
    #expect(monitor.forwardStatus?.retrying == 0 && monitor.forwardStatus?.delivered == 1)
    #expect(monitor.forwardAgain(1) == .begun)
    #expect(monitor.takeForwards().count == 1)
  }

  @Test func `what cannot be sent once more says why`() {
    let monitor = monitor()
    send("no=call", to: monitor)
    #expect(monitor.forwardAgain(1) == .notAccepted)
    #expect(monitor.forwardAgain(7) == .forgotten)
    #expect(self.monitor(forwarding: false).forwardAgain(1) == .off)
  }
}
