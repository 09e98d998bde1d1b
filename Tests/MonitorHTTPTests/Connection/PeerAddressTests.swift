import NIOCore
import Testing

@testable import MonitorHTTP

struct PeerAddressTests {
  @Test(arguments: [
    ("203.0.113.7", "203.0.113.7:4711"), ("2001:db8::7", "[2001:db8::7]:4711"),
  ])
  func `a peer is address and port`(_ host: String, _ expected: String) throws {
    #expect(try SocketAddress(ipAddress: host, port: 4711).peerText == expected)
  }
}
