import BoardClient
import BoardScreen
import CallModel
import CallbackWire
import Foundation
import Monitoring

/// An answer of `/v1` that can be printed as a table and as CSV.
protocol RemoteAnswer: Decodable {
  /// The answer's JSON.
  static func body(
    from client: ListenerClient, _ path: String, _ query: [(name: String, value: String)]
  ) async throws(ListenerClientError) -> [UInt8]
  func table(now: Instant) -> FittedTable
  /// With the names of the fields in the first row.
  var csv: [[String]] { get }
}

extension RemoteAnswer {
  static func body(
    from client: ListenerClient, _ path: String, _ query: [(name: String, value: String)]
  ) async throws(ListenerClientError) -> [UInt8] {
    try await client.get(path, query)
  }
}

/// A time as `/v1` tells it.
struct RemoteTime: Decodable, Hashable {
  let moment: Instant

  init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let moment = Instant(rfc3339: text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "no time"))
    }
    self.moment = moment
  }

  /// `3:12` until `now`.
  func age(_ now: Instant) -> String { ClockFace.elapsed(max(now - moment, .zero)) }
}

/// A text of the listener, which is free of control characters here.
struct RemoteText: Decodable, Hashable {
  let text: String

  init(from decoder: any Decoder) throws {
    text = TextCleaning.cleaned(try decoder.singleValueContainer().decode(String.self))
  }
}

extension Double {
  /// Seconds as `3:12`.
  var elapsed: String { ClockFace.elapsed(duration) }

  /// Seconds as `13 s` or `3:12`, for a mean.
  var figure: String { ClockFace.figure(duration) }

  private var duration: Duration {
    .milliseconds(Int64(exactly: (self * 1_000).rounded()) ?? .max)
  }
}
