import CallModel
import CallbackWire
import Foundation
import ListenerTesting
import NIOHTTP1
import Synchronization
import Testing

@testable import MonitorHTTP

struct EmulatorRoutesTests {
  /// Takes each call, and remembers what was answered.
  private final class RecordedExchange: EmulatedExchange {
    let answers = Mutex<[APIAnswer]>([])
    static let sid = "c0ffee"

    func connect(_ request: ConnectRequest) throws(APIRefusal) -> CallDetails {
      Self.details(request.from, request.to)
    }

    static func details(_ from: String, _ to: String) -> CallDetails {
      CallDetails(
        sid: sid, accountSid: "demo", from: from, to: to, exoPhone: "080<&>", status: "in-progress",
        dateCreated: "2026-01-01 10:00:00", dateUpdated: "2026-01-01 10:00:00",
        startTime: "2026-01-01 10:00:00", endTime: nil, duration: nil, recordingURL: nil)
    }

    func details(of sid: String) -> CallDetails? {
      sid == Self.sid ? Self.details("098", "098") : nil
    }

    func note(_ answer: APIAnswer) { answers.withLock { $0.append(answer) } }
  }

  private let exchange = RecordedExchange()
  private let routes: EmulatorRoutes
  private static let numbers = "From=09880000001&To=09812300001&CallerId=08044556678"

  init() {
    routes = EmulatorRoutes(
      EmulatorSettings(port: 0, account: .init(sid: "demo", key: "key", token: "token")),
      exchange: exchange, clock: { TestFloor.now })
  }

  private func answer(
    _ method: HTTPMethod, _ target: String, account: String? = "key:token"
  ) throws -> (status: Int, text: String, headers: [(String, String)]) {
    var head = HTTPRequestHead(version: .http1_1, method: method, uri: target)
    if let account {
      head.headers.add(
        name: "Authorization", value: "Basic " + Data(account.utf8).base64EncodedString())
    }
    let reply = routes.reply(to: .request(RequestHead(head), body: []), peer: "peer")
    guard case .answer(let response, _) = reply else {
      throw RawClient.Failure("\(String(describing: reply)) is no answer")
    }
    return (
      response.status.rawValue, String(decoding: response.body, as: UTF8.self), response.headers
    )
  }

  private func path(_ end: String, account: String = "demo") -> String {
    "/v1/Accounts/\(account)/Calls/\(end)"
  }

  @Test func `it connects, in JSON and in XML`() throws {
    let json = try answer(.POST, path("connect.json?" + Self.numbers))
    #expect(json.status == 200)
    struct Answer: Decodable {
      struct Call: Decodable {
        var Sid: String
        var Status: String
        var Direction: String
        var EndTime: String?
        var Uri: String
      }
      var Call: Call
    }
    let call = try JSONDecoder().decode(Answer.self, from: Data(json.text.utf8)).Call
    #expect(call.Sid == RecordedExchange.sid && call.Status == "in-progress" && call.EndTime == nil)
    #expect(call.Direction == "outbound-api")
    #expect(call.Uri == "/v1/Accounts/demo/Calls.json/\(RecordedExchange.sid)")
    let xml = try answer(.POST, path("connect?" + Self.numbers))
    #expect(xml.status == 200 && xml.headers.contains { $0.1 == "application/xml" })
    #expect(
      xml.text.contains("<Sid>\(RecordedExchange.sid)</Sid>") && xml.text.contains("<EndTime/>"))
    #expect(xml.text.contains("<PhoneNumberSid>080&lt;&amp;&gt;</PhoneNumberSid>"))
  }

  @Test func `a call is looked up by its sid`() throws {
    #expect(try answer(.GET, path("\(RecordedExchange.sid).json")).status == 200)
    #expect(try answer(.GET, path(RecordedExchange.sid)).text.contains("<Sid>"))
    #expect(try answer(.GET, path("other.json")).status == 404)
  }

  @Test(arguments: [nil, "key:other", "other:token", "key", ""])
  func `without key and token it is 401`(account: String?) throws {
    let refused = try answer(.POST, path("connect.json?" + Self.numbers), account: account)
    #expect(refused.status == 401 && refused.text.contains("\"RestException\""))
    #expect(refused.headers.contains { $0.0 == "WWW-Authenticate" })
  }

  @Test func `wrong requests are told what is wrong`() throws {
    let missing = try answer(.POST, path("connect.json?From=09880000001"))
    #expect(missing.status == 400 && missing.text.contains("To is missing"))
    #expect(try answer(.POST, path("connect.json?" + Self.numbers, account: "other")).status == 403)
    #expect(try answer(.GET, path("connect.json")).headers.contains { $0 == ("Allow", "POST") })
    #expect(try answer(.POST, path(RecordedExchange.sid)).status == 405)
    #expect(try answer(.GET, "/").status == 404)
    #expect(exchange.answers.withLock { $0.map(\.status) } == [400, 403, 405, 405, 404])
  }

  @Test func `the one after two hundred a minute is 429`() throws {
    for _ in 1...RequestRate.limit {
      #expect(try answer(.GET, path(RecordedExchange.sid)).status == 200)
    }
    let refused = try answer(.GET, path(RecordedExchange.sid))
    #expect(refused.status == 429 && refused.headers.contains { $0 == ("Retry-After", "60") })
  }

  @Test func `the rate is that of the last minute`() {
    var rate = RequestRate()
    let start = TestFloor.now
    for second in 0..<RequestRate.limit {
      #expect(rate.take(at: start + .milliseconds(100 * second)) == nil)
    }
    #expect(rate.take(at: start + .seconds(30)) == .seconds(30))
    #expect(rate.take(at: start + .seconds(60)) == nil)
    #expect(rate.take(at: start + .seconds(60)) == .milliseconds(100))
  }

  @Test func `no character leaves the XML`() {
    #expect(XMLText.escaped("a<b>&\"\u{1B}\u{0}\tक") == "a&lt;b&gt;&amp;&quot;\u{FFFD}\u{FFFD}\tक")
  }
}
