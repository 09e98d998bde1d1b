/// The names by which a listener without a token may be read.
///
/// A web page can have a name of its own lead to this machine (DNS rebinding), and would read the
/// board by it; by these it cannot.
package struct ListenerNames: Sendable {
  private let names: Set<String>

  /// `names` besides those of the loopback: the address that is bound, and what others call it.
  package init(_ names: [String] = []) {
    self.names = Set(names.compactMap { Authority(Self.bracketed($0))?.host })
  }

  /// True where it may be read so, at any port.
  func contains(_ authority: Authority) -> Bool {
    names.contains(authority.host) || AccessControl.isLoopback(authority.host)
  }

  /// True for a host's name or address, without a port.
  package static func isName(_ text: String) -> Bool {
    guard let authority = Authority(bracketed(text)) else { return false }
    let isPlain = authority.host.allSatisfy {
      $0.isASCII && ($0.isLetter || $0.isNumber || "-._:".contains($0))
    }
    return isPlain && authority.port == nil && text.last != ":"
  }

  /// An IPv6 address as it stands in a URL.
  private static func bracketed(_ name: String) -> String {
    let isIPv6 = name.utf8.count(where: { $0 == UInt8(ascii: ":") }) > 1 && name.first != "["
    return isIPv6 ? "[\(name)]" : name
  }
}
