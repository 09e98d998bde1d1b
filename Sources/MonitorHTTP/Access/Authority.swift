import CallbackWire
import NIOCore

/// Host and port, as `Host`, an absolute target and `Origin` name them (RFC 3986 § 3.2).
struct Authority: Hashable, Sendable {
  /// In lower case; an IPv6 address without its brackets.
  let host: String
  /// Nil where none is named.
  let port: Int?

  /// Nil for what is none, also for one with a user.
  init?(_ text: some StringProtocol) {
    var text = String(text)
    let named = text.withUTF8 { bytes in
      Self.parts(bytes).map { (String(decoding: bytes[$0.host], as: UTF8.self), $0.port) }
    }
    guard let named else { return nil }
    host = named.0.lowercased()
    port = named.1
  }

  /// True for what is one; makes nothing of it.
  static func isOne(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { parts($0) != nil }
  }

  private static func parts(
    _ text: UnsafeBufferPointer<UInt8>
  ) -> (host: Range<Int>, port: Int?)? {
    let host: Range<Int>
    var place: Int
    if text.first == UInt8(ascii: "[") {
      guard let end = text.firstIndex(of: UInt8(ascii: "]")) else { return nil }
      (host, place) = (1..<end, end + 1)
      let address = String(decoding: text[host], as: UTF8.self)
      guard (try? SocketAddress(ipAddress: address, port: 0)) != nil else { return nil }
    } else {
      host = 0..<(text.firstIndex(of: UInt8(ascii: ":")) ?? text.count)
      place = host.upperBound
      guard isName(text[host]) else { return nil }
    }
    guard place < text.count else { return (host, nil) }
    guard text[place] == UInt8(ascii: ":"), text.count - place <= 6 else { return nil }
    place += 1
    var port = 0
    for byte in text[place...] {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      port = port * 10 + Int(byte - UInt8(ascii: "0"))
    }
    guard port <= 65_535 else { return nil }
    return (host, place == text.count ? nil : port)
  }

  /// A name or an IPv4 address.
  private static func isName(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
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
