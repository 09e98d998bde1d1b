import NIOCore

/// Whom a connection is counted for: one IPv4 address, or one IPv6 network of 64 bits, as whoever has
/// one address of such a network has them all.
enum PeerNetwork: Hashable, Sendable {
  case address(UInt32)
  case network(UInt64)
  /// Of no address, as in tests and behind a socket of the file system.
  case unknown

  init(_ address: SocketAddress?) {
    switch address {
    case .v4(let v4): self = .address(UInt32(bigEndian: v4.address.sin_addr.s_addr))
    case .v6(let v6):
      let bytes = withUnsafeBytes(of: v6.address.sin6_addr) { Array($0) }
      if bytes.starts(with: Self.mapped) {
        self = .address(UInt32(truncatingIfNeeded: Self.number(bytes[12...])))
      } else {
        self = .network(Self.number(bytes[..<8]))
      }
    case .unixDomainSocket, nil: self = .unknown
    }
  }

  /// What stands before an IPv4 address that reaches a socket of IPv6 (RFC 4291 § 2.5.5.2).
  private static let mapped = [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF]

  private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reduce(0) { $0 << 8 | UInt64($1) }
  }
}
