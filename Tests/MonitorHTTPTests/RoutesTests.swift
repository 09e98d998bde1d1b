import CallModel
import ListenerTesting
import Monitoring
import NIOHTTP1
import Testing

@testable import MonitorHTTP

struct RoutesTests {
  private let monitor = TestFloor.monitor()

  private func reply(to step: RequestAssembler.Step, key: String? = nil) -> Routes.Reply? {
    let access = AccessControl(key: key, token: nil)
    let routes = Routes(
      callbacks: CallbackRoute(monitor: monitor, access: access, clock: { TestFloor.now }),
      board: BoardRoutes(monitor: monitor, access: access, country: .india),
      streams: StreamRoute(
        monitor: monitor, access: access,
        identity: ListenerIdentity(zone: "Asia/Kolkata", country: .india),
        clock: { TestFloor.now }),
      limits: ListenerLimits())
    return routes.reply(to: step, peer: "peer")
  }

  private func head(_ method: HTTPMethod, _ target: String) -> RequestHead {
    RequestHead(HTTPRequestHead(version: .http1_1, method: method, uri: target))
  }

  /// The status of an answer, and whether the connection ends with it.
  private func answer(_ reply: Routes.Reply?) -> (Response.Status, ends: Bool)? {
    guard case .answer(let response, let exchange) = reply else { return nil }
    return (response.status, exchange.connection(isStopping: false) == "close")
  }

  private var refusals: [Int] { monitor.read { _, wire, _ in wire.rejections().map(\.status) } }

  @Test func `callbacks go to the monitor, all else to the board`() {
    let callback = reply(to: .request(head(.POST, "/exotel"), body: [1, 2]))
    if case .receive(let request, _, _) = callback {
      #expect(request.raw.body == [1, 2] && request.peer == "peer")
      #expect(request.arrivedAt == TestFloor.now)
    } else {
      Issue.record("\(String(describing: callback))")
    }
    guard case .read = reply(to: .request(head(.GET, "/v1/calls"), body: [])) else {
      Issue.record("a read of the board is not one")
      return
    }
  }

  @Test func `a refused callback is kept and its connection stays`() throws {
    let refused = try #require(
      answer(reply(to: .request(head(.GET, "/exotel"), body: []), key: "k")))
    #expect(refused == (.unauthorized, false))
    #expect(refusals == [401])
  }

  @Test func `a body is asked for only where it will be read`() throws {
    guard case .askForBody = reply(to: .awaitsContinue(head(.POST, "/exotel"))) else {
      Issue.record("the body is not asked for")
      return
    }
    let refused = reply(to: .awaitsContinue(head(.POST, "/exotel")), key: "k")
    #expect(try #require(answer(refused)) == (.unauthorized, true))
  }

  @Test func `what is too large is kept only where it is a callback`() throws {
    for target in ["/v1/calls", "/exotel"] {
      let refused = reply(to: .tooLarge(head(.POST, target), body: []))
      #expect(try #require(answer(refused)) == (.contentTooLarge, true))
    }
    #expect(refusals == [413])
  }

  @Test func `who lacks the key learns no more than that`() throws {
    let refused = reply(to: .tooLarge(head(.POST, "/exotel"), body: []), key: "k")
    #expect(try #require(answer(refused)) == (.unauthorized, true))
  }

  @Test func `what cannot be read is kept unless it is known to be no callback`() throws {
    let unread = reply(to: .failed(.malformed("x"), nil))
    #expect(try #require(answer(unread)) == (.badRequest, true))
    let large = reply(to: .failed(.headersTooLarge, head(.GET, "/v1/calls")))
    #expect(try #require(answer(large)) == (.headersTooLarge, true))
    #expect(refusals == [400])
  }
}
