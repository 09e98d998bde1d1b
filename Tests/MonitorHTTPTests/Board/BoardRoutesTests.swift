import CallModel
import CallbackWire
import ListenerTesting
import Monitoring
import NIOHTTP1
import Testing

@testable import MonitorHTTP

struct BoardRoutesTests {
  private func response(
    _ method: HTTPMethod, _ target: String, token: String? = nil, given: String? = nil
  ) -> Response {
    let monitor = TestFloor.monitor()
    let raw = RawCallback(
      method: "GET", target: TestFloor.dial("a1"), contentType: nil, body: [])
    monitor.receive(
      CallbackRequest(raw: raw, peer: "", arrivedAt: TestFloor.now), answer: { _ in })
    let routes = BoardRoutes(
      monitor: monitor, access: AccessControl(key: nil, token: token), country: .india)
    var head = HTTPRequestHead(
      version: .http1_1, method: method, uri: target, headers: ["Host": "localhost"])
    if let given { head.headers.add(name: "authorization", value: given) }
    return routes.response(to: RequestHead(head))
  }

  @Test(arguments: [
    "/healthz", "/metrics", "/v1/openapi.json", "/v1/calls", "/v1/calls?limit=1",
    "/v1/calls/a1",
    "/v1/agents", "/v1/agents?limit=1&cursor=c1",
    "/v1/agents/09880000001", "/v1/lines", "/v1/summary", "/v1/rejected",
    "http://localhost/v1/calls",
  ])
  func `the board's paths are served`(_ target: String) {
    #expect(response(.GET, target).status == .ok)
    #expect(response(.HEAD, target).status == .ok)
    #expect(response(.POST, target).status == .methodNotAllowed)
  }

  @Test(arguments: ["/", "/v1", "/v2/calls", "/v1/calls/a1/x", "/v1/calls/zz", "/healthz/x", "*"])
  func `nothing is elsewhere`(_ target: String) {
    #expect(response(.GET, target).status == .notFound)
  }

  @Test(arguments: [
    "/v1/calls?limit=0", "/v1/agents?limit=1001", "/v1/summary?a=b", "/v1/calls?%zz",
  ])
  func `a query that means nothing is refused`(_ target: String) {
    #expect(response(.GET, target).status == .badRequest)
  }

  @Test func `what is told is out of date at once`() {
    for target in ["/v1/openapi.json", "/v1/calls", "/v1/nothing", "/metrics", "/healthz"] {
      #expect(response(.GET, target).headers.contains { $0 == ("Cache-Control", "no-store") })
    }
  }

  @Test func `only the board asks for the token`() {
    #expect(response(.GET, "/v1/calls", token: "t").status == .unauthorized)
    #expect(response(.GET, "/v1/nothing", token: "t").status == .notFound)
    #expect(response(.GET, "/v1/calls", token: "t", given: "Bearer t").status == .ok)
    #expect(response(.GET, "/healthz", token: "t").status == .ok)
  }
}
