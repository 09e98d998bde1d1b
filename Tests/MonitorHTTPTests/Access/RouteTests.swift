import Testing

@testable import MonitorHTTP

struct RouteTests {
  private static let table: [(path: String, route: Route)] = [
    ("/exotel", .callbacks), ("/healthz", .health), ("/metrics", .metrics), ("/v1/calls", .calls),
    ("/v1/calls/a1", .call(sid: "a1")), ("/v1/call", .namedCall), ("/v1/agents", .agents),
    ("/v1/agents/+91%2B0", .agent(number: "+91+0")), ("/v1/lines", .lines),
    ("/v1/summary", .summary),
    ("/v1/rejected", .rejected), ("/v1/openapi.json", .openAPI),
    ("/v1/callbacks", .callbackStream), ("/v1/events", .eventStream),
  ]

  @Test func `each path has its route`() {
    for (path, route) in Self.table {
      for target in [path, path + "?a=//b", "http://h" + path, "HTTPS://h:1" + path] {
        #expect(Route(RequestTarget(target)) == route, "\(target)")
      }
    }
  }

  @Test(arguments: [
    "/", "/v1", "/v2/calls", "/v1/calls/a1/x", "/V1/calls", "/Exotel", "/exotels", "/exotel/x",
    "/healthz/x", "*", "/v1/exotel", "", "exotel", "ftp://h/exotel", "/exotel;a", "/exotel#a",
    "/exotel/", "/v1/calls/", "/%65xotel",
  ])
  func `nothing is elsewhere`(_ target: String) { #expect(Route(RequestTarget(target)) == nil) }

  @Test func `the short look at a target finds what the long one does`() {
    let words = ["/", "exotel", "?", "a=b", "%65", "e", "//", "http://h", "#", ";", ".", "X"]
    var targets = [""]
    for _ in 0..<4 {
      targets += targets.flatMap { target in words.map { target + $0 } }.filter { $0.count < 24 }
      targets = Array(Set(targets))
    }
    var found = 0
    for target in targets where Route.isPlainlyCallbacks(target) {
      found += 1
      #expect(Route(RequestTarget(target)) == .callbacks, "\(target)")
    }
    #expect(found > 10)
    for target in ["/exotel", "/exotel?", "/exotel?a=b"] {
      #expect(Route.isPlainlyCallbacks(target))
    }
  }

  @Test func `only health and callbacks are for everybody or for a key`() {
    for (_, route) in Self.table {
      let expected: Route.Right =
        switch route {
        case .callbacks: .sender
        case .health: .everybody
        case .metrics: .observer
        default: .reader
        }
      #expect(route.right == expected)
      #expect(route.methods == (route == .callbacks ? ["GET", "POST"] : ["GET", "HEAD"]))
    }
  }
}
