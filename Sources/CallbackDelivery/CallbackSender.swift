import AsyncHTTPClient
import CallbackWire
import NIOCore
import NIOHTTP1
import OutgoingHTTP

/// Sends callbacks, as Exotel would.
package final class CallbackSender: Sendable {
  /// What became of one.
  package struct Answer: Hashable, Sendable {
    /// The HTTP status; 200 means taken.
    package var status: Int
    /// From the beginning of the sending to the answer's head.
    package var latency: Duration

    /// False for all that Exotel sends again, redirects among it (`callbacks.md` § 4).
    package var isTaken: Bool { status == 200 }
  }

  private let client: HTTPClient
  /// Exotel waits that long for an answer.
  private static let patience = TimeAmount.seconds(15)
  /// Nobody who takes callbacks has more to say.
  private static let bounds = AnswerBounds(bytes: 65_536, time: patience)

  /// At most `connections` to one host are open at a time.
  package init(connections: Int = 8) {
    var configuration = HTTPClient.Configuration.outgoing(
      silence: Self.patience, bounds: Self.bounds)
    configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = connections
    client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
  }

  /// `headers` are sent beside those of the callback and of the target.
  ///
  /// - Throws: where no answer comes: nobody listens, it takes over 15 s, it has no end, or the
  ///   connection broke.
  package func send(
    _ raw: RawCallback, to target: CallbackTarget, headers: [(name: String, value: String)] = []
  ) async throws -> Answer {
    var request = HTTPClientRequest(url: target.url(of: raw))
    request.method = HTTPMethod(rawValue: raw.method)
    if let value = target.authorization { request.headers.add(name: "Authorization", value: value) }
    if let type = raw.contentType { request.headers.add(name: "Content-Type", value: type) }
    for header in headers { request.headers.add(name: header.name, value: header.value) }
    if !raw.body.isEmpty { request.body = .bytes(raw.body) }
    let began = ContinuousClock.now
    let response = try await client.execute(request, deadline: .now() + Self.patience)
    let latency = ContinuousClock.now - began
    for try await _ in response.body {}
    return Answer(status: Int(response.status.code), latency: latency)
  }

  /// Ends all connections; nothing can be sent afterwards.
  package func close() async throws { try await client.shutdown() }
}
