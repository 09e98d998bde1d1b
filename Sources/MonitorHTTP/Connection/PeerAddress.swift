import NIOCore

extension SocketAddress {
  /// As `203.0.113.7:4711` or `[2001:db8::7]:4711`.
  var peerText: String {
    guard let host = ipAddress, let port else { return description }
    return host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]:\(port)" : "\(host):\(port)"
  }
}
