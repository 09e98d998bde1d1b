import AsyncHTTPClient
import CallbackWire
import Foundation
import Monitoring
import NIOCore
import NIOHTTP1
import OutgoingHTTP

/// Asks a running listener at `/v1`.
package final class ListenerClient: Sendable {
  /// Without a slash at its end.
  package let base: String
  private let token: String?
  private let client: HTTPClient

  private static let patience = TimeAmount.seconds(10)
  /// How long an answer may take in all.
  private static let longestAnswer = Duration.seconds(30)
  /// How often a listener is to give a sign of life, and after how long without one it is gone.
  private static let heartbeat = (sent: "2s", missed: TimeAmount.seconds(5))
  /// No answer of a listener is larger; a refusal is not either.
  private static let maximumBytes = (answer: 64 << 20, refusal: 65_536)
  /// No answer of a listener is compressed by a larger factor; zeros are, by a thousand.
  private static let largestRatio = 200
  /// How much of a refusal is shown, in characters.
  private static let longestDetail = 300

  /// The listener as a person knows it, as `calls.example.com`.
  package var name: String { base.split(separator: "//").last.map { String($0) } ?? base }

  /// `url` is that of the listener, as `https://calls.example.com`.
  package init(_ url: String, token: String?) throws(ListenerClientError) {
    guard let parts = URLComponents.server(url)?.parts, parts.query == nil, parts.user == nil,
      parts.password == nil
    else { throw .badURL(url) }
    base = url.hasSuffix("/") ? String(url.dropLast()) : url
    self.token = token
    var configuration = HTTPClient.Configuration.outgoing(silence: Self.heartbeat.missed)
    configuration.decompression = .enabled(limit: .ratio(Self.largestRatio))
    client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
  }

  /// What the listener says of itself.
  package func greeting() async throws(ListenerClientError) -> ListenerGreeting {
    var stream: CallbackStream
    do throws(ListenerClientError) {
      stream = try await callbacks(after: nil, window: .zero)
    } catch .refused(404, _) {
      throw .strange(base, "nothing is at \(base)/v1/callbacks")
    }
    while let events = try await stream.next() {
      if case .hello(let greeting) = events.first { return greeting }
    }
    throw .strange(base, "it does not greet")
  }

  /// The body of the answer to `GET` of a path, as `/v1/calls`.
  package func get(
    _ path: String, _ query: [(name: String, value: String)] = []
  ) async throws(ListenerClientError) -> [UInt8] {
    let limit = Self.longestAnswer
    let result = await TimeLimit.result(within: limit) { () throws(ListenerClientError) in
      let answer = try await self.answer(path, query)
      return try await self.body(of: answer, upTo: Self.maximumBytes.answer)
    }
    guard let result else {
      throw .unreachable(base, "its answer is not complete within \(limit.components.seconds) s")
    }
    return try result.get()
  }

  /// The callbacks behind a sequence, or those of live calls and of the last `window`, then all that
  /// come, for as long as they are read.
  package func callbacks(
    after sequence: UInt64?, window: Duration
  ) async throws(ListenerClientError) -> CallbackStream {
    var query = [
      ("window", "\(window.components.seconds)s"), ("heartbeat", Self.heartbeat.sent),
    ]
    if let sequence { query.append(("since", "\(sequence)")) }
    let response = try await answer("/v1/callbacks", query)
    return CallbackStream(response, of: base) { .now() }
  }

  /// A good answer, its body unread; its head is there in time.
  private func answer(
    _ path: String, _ query: [(name: String, value: String)]
  ) async throws(ListenerClientError) -> HTTPClientResponse {
    let items = query.map { $0.name + "=" + PercentEncoding.encoded($0.value) }
    var request = HTTPClientRequest(
      url: base + path + (items.isEmpty ? "" : "?" + items.joined(separator: "&")))
    request.headers.add(name: "Accept-Encoding", value: "gzip")
    if let token { request.headers.add(name: "Authorization", value: "Bearer \(token)") }
    let response: HTTPClientResponse
    do {
      response = try await client.execute(request, deadline: .now() + Self.patience)
    } catch let fault as AnswerFault {
      throw .strange(base, fault.description)
    } catch {
      if let reason = OutgoingFault.reason(forHandshake: error) { throw .insecure(base, reason) }
      throw .unreachable(base, Self.reason(for: error))
    }
    let status = Int(response.status.code)
    switch status {
    case 200: return response
    case 401: throw .unauthorized(base)
    default:
      let body = try await body(of: response, upTo: Self.maximumBytes.refusal)
      guard let detail = Self.detail(of: body) else {
        throw status >= 500
          ? .unreachable(base, "a proxy before it answers \(status)")
          : .strange(base, "its answer is \(status)")
      }
      throw .refused(status, detail)
    }
  }

  private func body(
    of response: HTTPClientResponse, upTo maximum: Int
  ) async throws(ListenerClientError) -> [UInt8] {
    do {
      return Array(try await response.body.collect(upTo: maximum).readableBytesView)
    } catch is NIOTooManyBytesError {
      throw .strange(base, "its answer has no end, or more than \(maximum >> 10) KB")
    } catch {
      throw Self.error(forBreakOff: error, of: base)
    }
  }

  /// What a problem document says, or as much of it as a person reads; nil where it is none.
  private static func detail(of body: [UInt8]) -> String? {
    struct Problem: Decodable { var detail: String }
    let problem = try? JSONDecoder().decode(Problem.self, from: Data(body))
    return problem.map {
      let text = TextCleaning.cleaned(String($0.detail.prefix(longestDetail + 1)))
      return text.count > longestDetail ? text.prefix(longestDetail) + "…" : text
    }
  }

  /// Ends all connections; nothing can be asked afterwards.
  package func close() async throws { try await client.shutdown() }
}

/// Why a listener does not answer a question.
package enum ListenerClientError: Error, Hashable, Sendable, CustomStringConvertible {
  case badURL(String)
  /// Its address, and why.
  case unreachable(String, String)
  /// Its address, and why the connection is not safe.
  case insecure(String, String)
  case unauthorized(String)
  /// The status, and what was said.
  case refused(Int, String)
  /// Its address, and what is wrong with what it says.
  case strange(String, String)

  /// What is wrong, in a few words for somebody who knows which listener it is.
  package var reason: String {
    switch self {
    case .badURL(let url): "'\(url)' is no URL"
    case .unreachable(_, let reason), .insecure(_, let reason): reason
    case .unauthorized: "it wants a token, or another one"
    case .refused(let status, let detail): "it answers \(status): \(detail)"
    case .strange(_, let what): "it does not answer as a callboard does: \(what)"
    }
  }

  /// What is wrong, and what to do.
  package var description: String {
    switch self {
    case .badURL(let url):
      "'\(url)' is no URL of a listener, as http://127.0.0.1:8080 or https://calls.example.com, without "
        + "user and query"
    case .unreachable(let base, let reason):
      "no listener answers at \(base): \(reason); start 'callboard serve' there, or name another URL"
    case .insecure(let base, let reason): "no safe connection to \(base): \(reason)"
    case .unauthorized(let base):
      "\(base) wants a token, or another one; set CALLBOARD_TOKEN, or name a file with --token-file"
    case .refused(_, let detail): detail
    case .strange(let base, let what): "\(base) does not answer as a callboard does: \(what)"
    }
  }
}
