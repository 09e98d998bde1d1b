import NIOCore
import NIOEmbedded
import Testing

@testable import MonitorHTTP

struct SilenceQueueTests {
  private let registry = ConnectionRegistry(.init(connections: 9))

  private func place(_ second: UInt64) -> ConnectionPlace {
    ConnectionPlace(EmbeddedChannel(), in: registry, at: Self.moment(second))
  }

  private static func moment(_ second: UInt64) -> NIODeadline {
    .uptimeNanoseconds(second * 1_000_000_000)
  }

  @Test func `the longest silence comes first, by what each did since`() {
    var queue = SilenceQueue()
    let places = [3, 1, 2, 4].map { place($0) }
    for place in places { queue.add(place) }
    places[1].rest(since: Self.moment(9))
    places[2].begin()
    #expect(queue.take { _ in true } === places[0])
    #expect(queue.take { $0 !== places[3] } === places[1])
    #expect(queue.take { _ in true } == nil)
  }

  @Test func `thousands that are busy are not looked at again and again`() {
    var queue = SilenceQueue()
    let places = (0..<4_000).map { place(UInt64($0)) }
    for place in places {
      queue.add(place)
      place.begin()
    }
    #expect(queue.take { _ in true } == nil)
    #expect(queue.count == 0)
    places[7].rest(since: Self.moment(9_999))
    queue.add(places[7])
    #expect(queue.take { _ in true } === places[7])
  }

  @Test func `what has ended is forgotten`() {
    var queue = SilenceQueue()
    let kept = place(5)
    for second in 0..<100 { queue.add(place(UInt64(second))) }
    queue.add(kept)
    queue.tidy([kept])
    #expect(queue.count == 1)
    #expect(queue.take { _ in true } === kept)
  }
}
