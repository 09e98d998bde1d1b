import CallModel
import Foundation
import NIOHTTP1
import Testing

@testable import MonitorHTTP

struct OpenAPITests {
  private let document: [String: Any]

  init() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Assets/openapi.json").standardizedFileURL
    document = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
  }

  /// The words that a member of a schema may be, null left out.
  private func words(_ schema: String, _ member: String) throws -> [String] {
    let components = try #require(document["components"] as? [String: Any])
    let schemas = try #require(components["schemas"] as? [String: Any])
    let properties = try #require(
      (schemas[schema] as? [String: Any])?["properties"] as? [String: Any])
    var node = try #require(properties[member] as? [String: Any])
    if let items = node["items"] as? [String: Any] { node = items }
    return try #require(node["enum"] as? [Any]).compactMap { $0 as? String }
  }

  @Test func `its words are those of the board`() throws {
    #expect(try words("Call", "state") == Call.State.allCases.map(\.rawValue))
    #expect(try words("Call", "outcome") == Call.Outcome.allCases.map(\.rawValue))
    #expect(try words("Call", "anomalies") == Anomaly.allCases.map(\.rawValue))
    #expect(try words("Leg", "state") == Leg.State.allCases.map(\.rawValue))
    #expect(try words("Leg", "outcome") == Leg.Outcome.allCases.map(\.rawValue))
    #expect(try words("Agent", "activity") == Agent.Activity.allCases.map(\.rawValue))
  }

  @Test func `all that it names is served`() throws {
    let paths = try #require(document["paths"] as? [String: Any])
    let routes = BoardRoutes(
      monitor: TestFloor.monitor(), access: AccessControl(key: nil, token: nil), country: .india)
    for path in paths.keys where !path.contains("{") {
      let head = RequestHead(
        HTTPRequestHead(
          version: .http1_1, method: .GET, uri: path, headers: ["Host": "localhost"]))
      guard head.route != .callbackStream, head.route != .eventStream else { continue }
      #expect(routes.response(to: head).status == .ok)
    }
    #expect(paths.keys.contains("/v1/calls/{sid}") && paths.keys.contains("/v1/agents/{number}"))
  }
}
