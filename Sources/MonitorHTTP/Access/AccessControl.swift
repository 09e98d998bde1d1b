import CallbackWire
import FoundationEssentials
import NIOCore

/// Who may send callbacks, and who may read the board.
package struct AccessControl: Sendable {
  private let key: [UInt8]?
  private let token: [UInt8]?
  /// Takes the key out of all that is kept and told; nil without one.
  let redaction: SecretRedaction?
  /// By which it may be read without a token.
  let names: ListenerNames

  /// Nil or an empty text asks for nothing.
  package init(key: String?, token: String?, names: ListenerNames = ListenerNames()) {
    self.key = Self.secret(key)
    self.token = Self.secret(token)
    redaction = key.flatMap { SecretRedaction($0) }
    self.names = names
  }

  /// True where readers must carry one.
  var hasToken: Bool { token != nil }

  private static func secret(_ text: String?) -> [UInt8]? {
    text.flatMap { $0.isEmpty ? nil : Array($0.utf8) }
  }

  /// True where the key stands as `key=` in the query or as the password of HTTP Basic.
  func admitsCallback(target: String, authorization: String?) -> Bool {
    guard let key else { return true }
    if let given = RequestTarget(target).key, Self.isEqual(given, key) { return true }
    guard let authorization, let password = Self.basicPassword(authorization) else { return false }
    return Self.isEqual(password, key)
  }

  /// True where the token stands in `Authorization: Bearer`.
  func admitsReading(authorization: String?) -> Bool {
    guard let token else { return true }
    guard let given = authorization.flatMap({ Self.credentials($0, scheme: "bearer") }) else {
      return false
    }
    return Self.isEqual(Array(given.utf8), token)
  }

  /// Takes as long whatever `secret` is and however much of it was guessed.
  static func isEqual(_ given: [UInt8], _ secret: [UInt8]) -> Bool {
    guard !secret.isEmpty else { return given.isEmpty }
    var difference = given.count ^ secret.count
    for (place, byte) in given.enumerated() {
      difference |= Int(byte ^ secret[place % secret.count])
    }
    return difference == 0
  }

  private static func basicPassword(_ authorization: String) -> [UInt8]? {
    guard let pair = basicPair(authorization),
      let colon = pair.firstIndex(of: UInt8(ascii: ":"))
    else { return nil }
    return Array(pair[(colon + 1)...])
  }

  /// True where HTTP Basic names this user and this password.
  static func isBasic(_ authorization: String?, user: String, password: String) -> Bool {
    guard let pair = authorization.flatMap(basicPair) else { return false }
    return isEqual(pair, Array("\(user):\(password)".utf8))
  }

  /// User and password, with the colon between them.
  private static func basicPair(_ authorization: String) -> [UInt8]? {
    guard let encoded = credentials(authorization, scheme: "basic") else { return nil }
    return Data(base64Encoded: encoded).map { Array($0) }
  }

  /// What follows the scheme, which is taken in any letter case (RFC 9110 § 11.1).
  private static func credentials(_ authorization: String, scheme: String) -> String? {
    let parts = authorization.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == scheme else { return nil }
    return String(parts[1].drop { $0 == " " })
  }

  /// Why the listener must not be bound to `host`, and what to do; nil where it may.
  package static func refusal(toBind host: String, key: String?, token: String?) -> String? {
    guard !isLoopback(host) else { return nil }
    let missing = [
      secret(key) == nil ? "a callback key (--key or CALLBOARD_KEY)" : nil,
      secret(token) == nil ? "a token (--token or CALLBOARD_TOKEN)" : nil,
    ].compactMap { $0 }
    guard !missing.isEmpty else { return nil }
    return "binding to \(host) lets other machines reach callboard; set "
      + missing.joined(separator: " and ") + ", or bind to 127.0.0.1"
  }

  /// True for 127.0.0.0/8, `::1` and `localhost`.
  package static func isLoopback(_ host: String) -> Bool {
    if host.lowercased() == "localhost" { return true }
    guard let address = try? SocketAddress(ipAddress: host, port: 0) else { return false }
    switch address {
    case .v4(let v4): return UInt32(bigEndian: v4.address.sin_addr.s_addr) >> 24 == 127
    case .v6: return address == (try? SocketAddress(ipAddress: "::1", port: 0))
    case .unixDomainSocket: return false
    }
  }
}
