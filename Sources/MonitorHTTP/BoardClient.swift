import AsyncHTTPClient
import CallbackWire
import Foundation
import NIOCore
import NIOHTTP1

/// Asks a running listener at `/v1`.
package final class BoardClient: Sendable {
  /// Without a slash at its end.
  package let base: String
  private let token: String?
  private let client: HTTPClient

  private static let patience = TimeAmount.seconds(10)
  /// No answer of a listener is larger.
  private static let maximumBytes = 64 << 20

  /// `url` is that of the listener, as `https://calls.example.com`.
  package init(_ url: String, token: String?) throws(BoardClientError) {
    guard let parts = URLComponents(string: url), let scheme = parts.scheme?.lowercased(),
      ["http", "https"].contains(scheme), let host = parts.host, !host.isEmpty,
      parts.query == nil
    else { throw .badURL(url) }
    base = url.hasSuffix("/") ? String(url.dropLast()) : url
    self.token = token
    client = HTTPClient(
      eventLoopGroupProvider: .singleton,
      configuration: .init(
        redirectConfiguration: .disallow,
        timeout: .init(connect: .seconds(5), read: Self.patience)))
  }

  /// The body of the answer to `GET` of a path, as `/v1/calls`.
  package func get(
    _ path: String, _ query: [(name: String, value: String)] = []
  ) async throws(BoardClientError) -> [UInt8] {
    let items = query.map { $0.name + "=" + PercentEncoding.encoded($0.value) }
    var request = HTTPClientRequest(
      url: base + path + (items.isEmpty ? "" : "?" + items.joined(separator: "&")))
    if let token { request.headers.add(name: "Authorization", value: "Bearer \(token)") }
    let status: Int
    let body: [UInt8]
    do {
      let response = try await client.execute(request, deadline: .now() + Self.patience)
      status = Int(response.status.code)
      body = Array(try await response.body.collect(upTo: Self.maximumBytes).readableBytesView)
    } catch {
      throw .unreachable(base, CallbackSender.reason(for: error))
    }
    switch status {
    case 200: return body
    case 401: throw .unauthorized(base)
    default: throw .refused(status, Self.detail(of: body))
    }
  }

  /// What a problem document says.
  private static func detail(of body: [UInt8]) -> String {
    struct Problem: Decodable { var detail: String? }
    let problem = try? JSONDecoder().decode(Problem.self, from: Data(body))
    return TextCleaning.cleaned(problem?.detail ?? "it is no callboard")
  }

  /// Ends all connections; nothing can be asked afterwards.
  package func close() async throws { try await client.shutdown() }
}

/// Why a listener does not answer a question.
package enum BoardClientError: Error, Hashable, Sendable, CustomStringConvertible {
  case badURL(String)
  /// Its address, and why.
  case unreachable(String, String)
  case unauthorized(String)
  /// The status, and what was said.
  case refused(Int, String)

  /// What is wrong, and what to do.
  package var description: String {
    switch self {
    case .badURL(let url):
      "'\(url)' is no URL of a listener, as http://127.0.0.1:8080 or https://calls.example.com"
    case .unreachable(let base, let reason):
      "no listener answers at \(base): \(reason); start 'callboard serve', or name one with --url"
    case .unauthorized(let base):
      "\(base) wants a token; set CALLBOARD_TOKEN, or name a file with --token-file"
    case .refused(_, let detail): detail
    }
  }
}
