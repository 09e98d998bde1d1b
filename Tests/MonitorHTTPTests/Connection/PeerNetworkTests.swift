import NIOCore
import Testing

@testable import MonitorHTTP

struct PeerNetworkTests {
  private func network(_ address: String) throws -> PeerNetwork {
    PeerNetwork(try SocketAddress(ipAddress: address, port: 1))
  }

  @Test func `an address of IPv4 is one, however it arrives`() throws {
    #expect(try network("203.0.113.7") == network("::ffff:203.0.113.7"))
    #expect(try network("203.0.113.7") != network("203.0.113.8"))
  }

  @Test func `a network of IPv6 counts as one`() throws {
    #expect(try network("2001:db8:1:2::7") == network("2001:db8:1:2:ffff::"))
    #expect(try network("2001:db8:1:2::7") != network("2001:db8:1:3::7"))
    #expect(PeerNetwork(nil) == .unknown)
  }
}
