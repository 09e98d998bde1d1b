import FoundationEssentials

extension URLComponents {
  /// Of a server that can be asked: `http` or `https`, a host, and a port that there is, where one is
  /// named. Nil for any other text.
  package static func server(
    _ text: String
  ) -> (parts: URLComponents, isSecure: Bool, host: String)? {
    guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
      ["http", "https"].contains(scheme), let host = parts.host, !host.isEmpty,
      parts.port.map({ (1...65_535).contains($0) }) ?? true
    else { return nil }
    return (parts, scheme == "https", host)
  }
}
