import CallbackWire
import FoundationEssentials
import OutgoingHTTP

/// A URL that callbacks are sent to, as `https://user:password@crm.example.com/exotel?key=…`.
package struct CallbackTarget: Hashable, Sendable, CustomStringConvertible {
  /// Without user and password.
  private let base: String
  /// Its own, before that of a callback.
  private let query: String?
  /// The header of HTTP Basic, where the URL names a user.
  let authorization: String?
  /// An address without brackets, or a name.
  package let host: String
  package let port: Int

  /// `key` is sent as `key=…` along with each callback, where it is not empty.
  ///
  /// - Throws: what is wrong with the URL, and what it should be.
  package init(_ text: String, key: String? = nil) throws(CallbackTargetError) {
    guard let (whole, isSecure, host) = URLComponents.server(text) else {
      throw CallbackTargetError(text: text)
    }
    var parts = whole
    self.host = String(host.drop { $0 == "[" }.prefix { $0 != "]" })
    port = parts.port ?? (isSecure ? 443 : 80)
    authorization = parts.user.map { user in
      "Basic " + Data("\(user):\(parts.password ?? "")".utf8).base64EncodedString()
    }
    let key = key.flatMap { $0.isEmpty ? nil : "key=" + PercentEncoding.encoded($0) }
    query = Self.joined([parts.percentEncodedQuery, key])
    (parts.user, parts.password, parts.percentEncodedQuery, parts.fragment) = (nil, nil, nil, nil)
    if parts.percentEncodedPath.isEmpty { parts.percentEncodedPath = "/" }
    guard let base = parts.string else { throw CallbackTargetError(text: text) }
    self.base = base
  }

  /// Without secrets: neither user and password nor the query.
  package var description: String { base }

  /// True where it names a user or has a query.
  package var hasSecrets: Bool { authorization != nil || query != nil }

  /// Where a callback goes: here, with its own query behind that of the target. A masked key is left
  /// out, as it opens nothing.
  func url(of raw: RawCallback) -> String {
    let target = raw.target
    let mark = target.utf8.firstIndex(of: UInt8(ascii: "?"))
    let pairs = mark.map { target[target.utf8.index(after: $0)...].split(separator: "&") }
    let items = pairs?.filter { !KeyParameter.isMasked($0) }
    let own = Self.joined([query, items?.joined(separator: "&")])
    return own.map { base + "?" + $0 } ?? base
  }

  private static func joined(_ queries: [String?]) -> String? {
    let parts = queries.compactMap { $0 }.filter { !$0.isEmpty }
    return parts.isEmpty ? nil : parts.joined(separator: "&")
  }
}

/// A text that is no URL to send to.
package struct CallbackTargetError: Error, Hashable, Sendable, CustomStringConvertible {
  package var text: String

  package var description: String {
    "'\(text)' is no URL as http://127.0.0.1:8080/exotel or https://crm.example.com/calls"
  }
}
