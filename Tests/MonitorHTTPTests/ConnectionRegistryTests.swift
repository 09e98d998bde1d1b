import NIOCore
import NIOEmbedded
import Testing

@testable import MonitorHTTP

struct ConnectionRegistryTests {
  private func channel() throws -> EmbeddedChannel {
    let channel = EmbeddedChannel()
    try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
    return channel
  }

  @Test func `one too many is not admitted until another has ended`() throws {
    let registry = ConnectionRegistry(maximum: 1)
    let first = try channel()
    #expect(registry.admit(first))
    #expect(try !registry.admit(channel()))
    #expect(registry.count == 1)
    try first.close().wait()
    first.embeddedEventLoop.run()
    #expect(registry.count == 0)
    #expect(try registry.admit(channel()))
  }

  @Test func `once stopped nothing is admitted`() async throws {
    let registry = ConnectionRegistry(maximum: 9)
    await registry.stop(within: .zero)
    #expect(try !registry.admit(channel()))
  }

  @Test func `stopping waits for the last connection, and ends it when time is up`() async throws {
    let registry = ConnectionRegistry(maximum: 9)
    let stuck = NIOAsyncTestingChannel()
    try await stuck.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).get()
    #expect(registry.admit(stuck))
    await registry.stop(within: .milliseconds(10))
    #expect(registry.count == 0)
    #expect(!stuck.isActive)
  }
}
