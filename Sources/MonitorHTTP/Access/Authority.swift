import NIOCore

/// Host and port, as `Host`, an absolute target and `Origin` name them (RFC 3986 § 3.2).
struct Authority: Hashable, Sendable {
  /// In lower case; an IPv6 address without its brackets.
  let host: String
  /// Nil where none is named.
  let port: Int?

  /// Nil for what is none, also for one with a user.
  init?(_ text: some StringProtocol) {
    guard let parts = Self.parts(Array(text.utf8)) else { return nil }
    host = String(decoding: parts.host, as: UTF8.self).lowercased()
    port = parts.port
  }

  private static func parts(_ text: [UInt8]) -> (host: ArraySlice<UInt8>, port: Int?)? {
    let host: ArraySlice<UInt8>
    var rest: ArraySlice<UInt8>
    if text.first == UInt8(ascii: "[") {
      guard let end = text.firstIndex(of: UInt8(ascii: "]")) else { return nil }
      (host, rest) = (text[1..<end], text[(end + 1)...])
      let address = String(decoding: host, as: UTF8.self)
      guard (try? SocketAddress(ipAddress: address, port: 0)) != nil else { return nil }
    } else {
      host = text.prefix { $0 != UInt8(ascii: ":") }
      rest = text[host.endIndex...]
      guard isName(host) else { return nil }
    }
    guard let colon = rest.popFirst() else { return (host, nil) }
    guard colon == UInt8(ascii: ":"), rest.count <= 5,
      rest.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    let port = rest.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    guard port <= 65_535 else { return nil }
    return (host, rest.isEmpty ? nil : port)
  }

  /// A name or an IPv4 address.
  private static func isName(_ name: ArraySlice<UInt8>) -> Bool {
    var place = name.startIndex
    while place < name.endIndex {
      switch name[place] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        place += 1
      case UInt8(ascii: "%"):
        guard place + 2 < name.endIndex, Byte.hexadecimal(name[place + 1]) != nil,
          Byte.hexadecimal(name[place + 2]) != nil
        else { return false }
        place += 3
      case let byte:
        guard "-._~!$&'()*+,;=".utf8.contains(byte) else { return false }
        place += 1
      }
    }
    return !name.isEmpty
  }

  /// True where both name one host and one port, which is that of the scheme where none is named.
  func isSame(as other: Authority, scheme: String) -> Bool {
    let usual = scheme == "https" ? 443 : 80
    return host == other.host && (port ?? usual) == (other.port ?? usual)
  }
}
