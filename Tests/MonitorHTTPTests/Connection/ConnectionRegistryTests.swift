import NIOCore
import NIOEmbedded
import Testing

@testable import MonitorHTTP

struct ConnectionRegistryTests {
  /// Closes its connection where room is wanted, unless it is busy.
  private final class Giving: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    var isBusy = false

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
      if let room = event as? RoomIsWanted, !isBusy { _ = room.takes(context) }
    }
  }

  private func channel(_ address: String = "127.0.0.1", isBusy: Bool = false) throws
    -> EmbeddedChannel
  {
    let handler = Giving()
    handler.isBusy = isBusy
    let channel = EmbeddedChannel(handler: handler)
    try channel.connect(to: SocketAddress(ipAddress: address, port: 1)).wait()
    return channel
  }

  private func registry(_ connections: Int, perAddress: Int = 0) -> ConnectionRegistry {
    ConnectionRegistry(.init(connections: connections, perAddress: perAddress))
  }

  @Test func `the one that has been silent longest makes room`() throws {
    let registry = registry(2)
    let (first, second, third) = (try channel(), try channel(), try channel())
    #expect(registry.admit(first) && registry.admit(second))
    registry.place(of: first)?.begin()
    registry.place(of: first)?.rest(since: .now())
    #expect(registry.admit(third))
    for channel in [first, second, third] { channel.embeddedEventLoop.run() }
    #expect(first.isActive && !second.isActive && third.isActive)
    #expect(registry.count == 2)
  }

  @Test func `one with a request in progress never does, and comes back when it is silent`() throws
  {
    let registry = registry(1)
    let first = try channel()
    #expect(registry.admit(first))
    let place = try #require(registry.place(of: first))
    place.begin()
    #expect(try !registry.admit(channel()))
    place.rest(since: .now())
    #expect(try registry.admit(channel()))
    first.embeddedEventLoop.run()
    #expect(!first.isActive)
  }

  @Test func `one that has become busy meanwhile stays, and no more come in for it`() throws {
    let registry = registry(2)
    let (busy, silent) = (try channel(isBusy: true), try channel())
    #expect(registry.admit(busy) && registry.admit(silent))
    #expect(try registry.admit(channel()))
    busy.embeddedEventLoop.run()
    #expect(busy.isActive && registry.count == 3)
    registry.place(of: busy)?.begin()
    #expect(try registry.admit(channel()))
    silent.embeddedEventLoop.run()
    #expect(!silent.isActive && registry.count == 3)
  }

  @Test func `one address has no more than its own, and takes nobody else's`() throws {
    let registry = registry(9, perAddress: 2)
    let other = try channel("127.0.0.2")
    let own = [try channel(), try channel(), try channel()]
    #expect(registry.admit(other))
    for channel in own { #expect(registry.admit(channel)) }
    for channel in own + [other] { channel.embeddedEventLoop.run() }
    #expect(own.map(\.isActive) == [false, true, true] && other.isActive)
    for channel in own.dropFirst() { registry.place(of: channel)?.begin() }
    #expect(try !registry.admit(channel()))
    #expect(try registry.admit(channel("127.0.0.3")))
  }

  @Test func `while many are on their way out it is crowded, until they have gone`() throws {
    let registry = ConnectionRegistry(.init(connections: 1, leaving: 1))
    let first = try channel()
    #expect(registry.admit(first))
    #expect(!registry.isCrowded {})
    #expect(try registry.admit(channel()))
    #expect(registry.isCrowded {})
    first.embeddedEventLoop.run()
    #expect(!registry.isCrowded {})
  }

  @Test func `readers have no more than their places, and leave them`() throws {
    let registry = ConnectionRegistry(.init(connections: 9, readers: 1))
    let (first, second) = (try channel(), try channel())
    #expect(registry.admit(first) && registry.admit(second))
    let (one, other) = (registry.place(of: first), registry.place(of: second))
    #expect(one?.beginReading() == true && one?.beginReading() == true)
    #expect(other?.beginReading() == false)
    one?.rest(since: .now())
    #expect(other?.beginReading() == true)
    try second.close().wait()
    second.embeddedEventLoop.run()
    // A request that came before the end may be answered after it.
    #expect(other?.beginReading() == false)
    #expect(one?.beginReading() == true)
  }

  @Test func `once stopped nothing is admitted`() async throws {
    let registry = registry(9)
    await registry.stop(drain: .zero, within: .zero)
    #expect(try !registry.admit(channel()) && registry.isStopping)
  }

  @Test func `stopping waits for the last connection, and ends it when time is up`() async throws {
    let registry = registry(9)
    let stuck = NIOAsyncTestingChannel()
    try await stuck.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).get()
    #expect(registry.admit(stuck))
    await registry.stop(drain: .zero, within: .milliseconds(10))
    #expect(registry.count == 0)
    #expect(!stuck.isActive)
  }
}
