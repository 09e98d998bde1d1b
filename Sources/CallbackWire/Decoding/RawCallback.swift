/// A request as it arrived: what is kept, and what everything else is made from.
///
/// From here on nothing knows HTTP types. Live requests, replays and streams all become one of
/// these before they are decoded.
package struct RawCallback: Hashable, Sendable {
  /// `GET` or `POST`.
  package var method: String
  /// Path and query as they came, as `/exotel?CallSid=…`.
  package var target: String
  /// The `Content-Type` header.
  package var contentType: String?
  /// At most ``largestBodyBytes``.
  package var body: [UInt8]

  /// As much as callbacks need.
  package static let usualBodyBytes = 65_536
  /// As much as a listener can be told to take, for heartbeats of many lines.
  package static let largestBodyBytes = 1_048_576

  package init(method: String, target: String, contentType: String? = nil, body: [UInt8] = []) {
    self.method = method
    self.target = target
    self.contentType = contentType
    self.body = body
  }
}
