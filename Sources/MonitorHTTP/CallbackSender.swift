import AsyncHTTPClient
import CallbackWire
import NIOCore
import NIOHTTP1

/// Sends callbacks to a listener, as Exotel would.
package final class CallbackSender: Sendable {
  /// What became of one.
  package struct Answer: Hashable, Sendable {
    /// The HTTP status; 200 means taken.
    package var status: Int
    /// From the beginning of the sending to the answer's head.
    package var latency: Duration
  }

  private let client: HTTPClient
  private let base: String
  private let key: String?
  /// Exotel waits that long for an answer.
  private static let patience = TimeAmount.seconds(15)

  /// `base` is scheme, host and port, as `http://127.0.0.1:8080`; `key` is added to each target.
  /// At most `connections` are open at a time.
  package init(base: String, key: String? = nil, connections: Int = 8) {
    var configuration = HTTPClient.Configuration(
      redirectConfiguration: .disallow,
      timeout: .init(connect: .seconds(5), read: Self.patience))
    configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = connections
    // Whoever sends decides whether to try again.
    configuration.connectionPool.retryConnectionEstablishment = false
    configuration.httpVersion = .http1Only
    client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    self.base = base.hasSuffix("/") ? String(base.dropLast()) : base
    self.key = key.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Throws where no answer comes: nobody listens, or the connection broke.
  package func send(_ raw: RawCallback) async throws -> Answer {
    var request = HTTPClientRequest(url: base + target(of: raw))
    request.method = HTTPMethod(rawValue: raw.method)
    if let type = raw.contentType { request.headers.add(name: "Content-Type", value: type) }
    if !raw.body.isEmpty { request.body = .bytes(raw.body) }
    let began = ContinuousClock.now
    let response = try await client.execute(request, deadline: .now() + Self.patience)
    let latency = ContinuousClock.now - began
    for try await _ in response.body {}
    return Answer(status: Int(response.status.code), latency: latency)
  }

  private func target(of raw: RawCallback) -> String {
    guard let key else { return raw.target }
    let mark = raw.target.utf8.contains(UInt8(ascii: "?")) ? "&" : "?"
    return raw.target + mark + "key=" + PercentEncoding.encoded(key)
  }

  /// Ends all connections; nothing can be sent afterwards.
  package func close() async throws { try await client.shutdown() }
}
