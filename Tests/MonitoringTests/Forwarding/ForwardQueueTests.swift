import CallModel
import CallbackWire
import Testing

@testable import Monitoring

@Suite struct ForwardQueueTests {
  private static func delivery(_ number: UInt64, _ sid: String, bytes: Int = 0) -> ForwardDelivery {
    ForwardDelivery(
      number: number, sid: sid,
      raw: RawCallback(
        method: "POST", target: "/exotel", body: Array(repeating: 65, count: bytes)))
  }

  private let start = ContinuousClock.now

  @Test func `those of a call go one after the other, those of others beside them`() {
    var queue = ForwardQueue(target: "x")
    for (number, sid) in [(1, "a"), (2, "a"), (3, "b"), (4, "a")] {
      #expect(queue.add(Self.delivery(UInt64(number), sid)) == true)
    }
    let first = queue.take(at: start)
    #expect(first.map(\.number) == [1, 3])
    #expect(queue.take(at: start).isEmpty)
    #expect(queue.end(first[0], fault: nil, at: start) == nil)
    #expect(queue.take(at: start).map(\.number) == [2])
    #expect(queue.status.delivered == 1 && queue.status.waiting == 3)
  }

  @Test func `only so many are sent at once`() {
    var queue = ForwardQueue(target: "x", limits: .init(sending: 2))
    for number in 1...5 { _ = queue.add(Self.delivery(UInt64(number), "\(number)")) }
    let first = queue.take(at: start)
    #expect(first.map(\.number) == [1, 2])
    _ = queue.end(first[1], fault: nil, at: start)
    #expect(queue.take(at: start).map(\.number) == [3])
  }

  @Test func `what was not taken comes again after 5 and 15 minutes, and holds up nothing`() {
    var queue = ForwardQueue(target: "x")
    _ = queue.add(Self.delivery(1, "a"))
    _ = queue.add(Self.delivery(2, "a"))
    let first = queue.take(at: start)
    #expect(queue.end(first[0], fault: "503", at: start) == .seconds(300))
    #expect(queue.status.fault == "503" && queue.status.retrying == 1)
    let second = queue.take(at: start)
    #expect(second.map(\.number) == [2])
    _ = queue.end(second[0], fault: nil, at: start)
    #expect(queue.status.fault == nil)
    #expect(queue.take(at: start + .seconds(299)).isEmpty)
    let again = queue.take(at: start + .seconds(300))
    #expect(again.map(\.number) == [1] && again.map(\.attempt) == [2])
    #expect(queue.end(again[0], fault: "503", at: start + .seconds(301)) == .seconds(900))
    let last = queue.take(at: start + .seconds(1_201))
    #expect(queue.end(last[0], fault: "503", at: start + .seconds(1_202)) == nil)
    #expect(queue.status.failed == 1 && queue.status.retrying == 0)
    #expect(queue.take(at: start + .seconds(99_999)).isEmpty)
  }

  @Test func `what there is no room for is dropped, and what waits stays`() {
    var queue = ForwardQueue(target: "x", limits: .init(callbacks: 2))
    #expect(queue.add(Self.delivery(1, "a")) == true)
    #expect(queue.add(Self.delivery(2, "a")) == true)
    #expect(queue.add(Self.delivery(3, "a")) == false)
    #expect(queue.status.dropped == 1)
    let first = queue.take(at: start)
    // One that is to come again has its room still.
    _ = queue.end(first[0], fault: "refused", at: start)
    #expect(queue.add(Self.delivery(4, "b")) == false)
    _ = queue.end(queue.take(at: start)[0], fault: nil, at: start)
    #expect(queue.add(Self.delivery(5, "b")) == true)
    var bytes = ForwardQueue(target: "x", limits: .init(bytes: 2_000))
    #expect(bytes.add(Self.delivery(1, "a", bytes: 1_000)) == true)
    #expect(bytes.add(Self.delivery(2, "a", bytes: 1_000)) == false)
    #expect(bytes.add(Self.delivery(3, "a", bytes: 10)) == true)
  }

  @Test func `what is sent in between leaves the retries alone until it is taken`() {
    var queue = ForwardQueue(target: "x")
    var extra = Self.delivery(1, "a")
    extra.isExtra = true
    _ = queue.add(Self.delivery(1, "a"))
    _ = queue.end(queue.take(at: start)[0], fault: "503", at: start)
    _ = queue.add(extra)
    let failed = queue.take(at: start)[0]
    #expect(queue.end(failed, fault: "503", at: start + .seconds(10)) == .seconds(290))
    #expect(queue.status.retrying == 1 && queue.status.failed == 0)
    _ = queue.add(extra)
    #expect(queue.end(queue.take(at: start)[0], fault: nil, at: start) == nil)
    #expect(queue.status.retrying == 0 && queue.status.delivered == 1)
    #expect(queue.take(at: start + .seconds(99_999)).isEmpty)
  }

  /// Comes and goes at random, with a clock that goes on meanwhile.
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `whatever happens, each is delivered, given up or dropped`(seed: UInt64) {
    var random = Dice(seed)
    var queue = ForwardQueue(target: "x", limits: .init(callbacks: 20, sending: 4))
    var (now, number) = (start, UInt64(0))
    var onTheWay: [ForwardDelivery] = []
    var firstTries: [String: UInt64] = [:]
    var (added, dropped) = (0, 0)
    func step(_ isClosing: Bool) {
      switch isClosing ? 1 + random.next(2) : random.next(4) {
      case 0, 3:
        number += 1
        if queue.add(Self.delivery(number, "\(random.next(5))")) {
          added += 1
        } else {
          dropped += 1
        }
      case 1:
        guard !onTheWay.isEmpty else { return }
        let delivery = onTheWay.remove(at: random.next(onTheWay.count))
        _ = queue.end(delivery, fault: random.next(3) == 0 ? "503" : nil, at: now)
      default: now += .seconds(random.next(200))
      }
      let taken = queue.take(at: now)
      for delivery in taken where delivery.attempt == 1 {
        #expect(firstTries[delivery.sid, default: 0] < delivery.number, "out of order")
        firstTries[delivery.sid] = delivery.number
      }
      onTheWay += taken
      #expect(Set(onTheWay.map(\.sid)).count == onTheWay.count, "two of one call at once")
      #expect(onTheWay.count <= 4 && queue.status.waiting + queue.status.retrying <= 20)
    }
    for _ in 1...400 { step(false) }
    for _ in 1...2_000 where queue.status.waiting + queue.status.retrying > 0 { step(true) }
    let status = queue.status
    #expect(status.waiting == 0 && status.retrying == 0 && onTheWay.isEmpty)
    #expect(status.delivered + status.failed == added && status.dropped == dropped)
    #expect(added + dropped == Int(number))
  }

  /// The same numbers for the same seed.
  private struct Dice {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

    mutating func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
  }
}
