import CallModel
import CallbackWire
import Foundation
import ListenerTesting
import Monitoring
import NIOHTTP1
import Testing

@testable import MonitorHTTP

struct OpenAPITests {
  private let document: [String: Any]

  init() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Assets/openapi.json").standardizedFileURL
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
    #expect(
      try words("Call", "source").sorted() == Call.Source.allCases.map(\.rawValue).sorted())
    #expect(try words("Call", "families") == Callback.Family.allCases.map(\.rawValue))
    #expect(try words("Call", "endedBy") == Callback.HungUpBy.allCases.map(\.rawValue))
    #expect(try words("Leg", "answeredBy") == Callback.AnsweredBy.allCases.map(\.rawValue))
    #expect(try words("Call", "outcome") == Call.Outcome.allCases.map(\.rawValue))
    #expect(try words("Call", "anomalies") == Anomaly.allCases.map(\.rawValue))
    #expect(try words("Leg", "state") == Leg.State.allCases.map(\.rawValue))
    #expect(try words("Leg", "outcome") == Leg.Outcome.allCases.map(\.rawValue))
    #expect(try words("Agent", "activity") == Agent.Activity.allCases.map(\.rawValue))
  }

  /// The names of a schema's members; `path` leads to one within it.
  private func members(_ schema: String, _ path: String...) throws -> Set<String> {
    let components = try #require(document["components"] as? [String: Any])
    var node = try #require(
      (components["schemas"] as? [String: Any])?[schema] as? [String: Any])
    for name in path {
      node = try #require((node["properties"] as? [String: Any])?[name] as? [String: Any])
    }
    return Set(try #require(node["properties"] as? [String: Any]).keys)
  }

  /// The names of an answer's members, with those of the objects in it.
  private func answered(_ write: (inout JSONWriter) -> Void) throws -> [String: Any] {
    var writer = JSONWriter()
    write(&writer)
    return try #require(
      try JSONSerialization.jsonObject(with: Data(writer.bytes)) as? [String: Any])
  }

  @Test func `what is served has the members that it names, and no others`() throws {
    let moment = Instant(seconds: 0)
    var call = Call(sid: "c", state: .waiting, startedAt: moment, clock: moment)
    call.bot = .init(status: .running)
    call.legs = [Leg(index: 1, party: .customer, number: nil, state: .answered, clock: moment)]
    let told = try answered { $0.call(CallRow(call: call)) }
    #expect(try Set(told.keys) == members("Call"))
    #expect(try Set(#require(told["bot"] as? [String: Any]).keys) == members("Call", "bot"))
    let leg = try #require((told["legs"] as? [[String: Any]])?.first)
    #expect(try Set(leg.keys) == members("Leg"))
    let number = PhoneNumber("204", country: .india)
    let agent = try answered {
      $0.agent(Agent(number: number, name: nil, team: nil, activity: .idle))
    }
    #expect(try Set(agent.keys) == members("Agent"))
    let summary = try answered {
      $0.summary(
        BoardSummary(figures: .init(), rejected: 0, perSecond: 0, lastAt: nil, now: moment))
    }
    #expect(try Set(summary.keys) == members("Summary").subtracting(["forward"]))
    for name in ["live", "agents", "window", "callbacks"] {
      #expect(
        try Set(#require(summary[name] as? [String: Any]).keys) == members("Summary", name))
    }
    let window = try #require(summary["window"] as? [String: Any])
    #expect(
      try Set(#require(window["out"] as? [String: Any]).keys)
        == members("Summary", "window", "out"))
  }

  @Test func `all that it names is served`() throws {
    let paths = try #require(document["paths"] as? [String: Any])
    let monitor = TestFloor.monitor()
    monitor.receive(
      CallbackRequest(
        raw: .init(method: "GET", target: TestFloor.dial("a1")), peer: "", arrivedAt: TestFloor.now)
    ) { _ in }
    let routes = BoardRoutes(
      monitor: monitor, access: AccessControl(key: nil, token: nil), country: .india)
    for path in paths.keys where !path.contains("{") {
      let target = path == "/v1/call" ? path + "?sid=a1" : path
      let head = RequestHead(
        HTTPRequestHead(
          version: .http1_1, method: .GET, uri: target, headers: ["Host": "localhost"]))
      guard head.route != .callbackStream, head.route != .eventStream else { continue }
      #expect(routes.response(to: head).status == .ok)
    }
    #expect(paths.keys.contains("/v1/calls/{sid}") && paths.keys.contains("/v1/agents/{number}"))
  }
}
