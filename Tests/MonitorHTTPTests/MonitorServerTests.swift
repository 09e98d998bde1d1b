import CallModel
import CallbackWire
import Foundation
import ListenerTesting
import Monitoring
import Testing

@testable import MonitorHTTP

struct MonitorServerTests {
  private func problem(_ answer: RawClient.Answer) throws -> [String: Any] {
    #expect(answer.headers["content-type"] == "application/problem+json")
    let object = try JSONSerialization.jsonObject(with: Data(answer.body.utf8))
    let problem = try #require(object as? [String: Any])
    #expect(problem["status"] as? Int == answer.status)
    for name in ["type", "title", "detail"] { #expect(problem[name] is String) }
    return problem
  }

  private func object(_ answer: RawClient.Answer) throws -> [String: Any] {
    #expect(answer.status == 200)
    #expect(answer.headers["content-type"] == "application/json")
    #expect(answer.headers["cache-control"] == "no-store")
    let object = try JSONSerialization.jsonObject(with: Data(answer.body.utf8))
    return try #require(object as? [String: Any])
  }

  @Test func `what is sent stands on the board`() async throws {
    try await TestFloor.serving { server in
      let client = try RawClient(server)
      let taken = try client.get(TestFloor.dial("a1") + "&key=hidden")
      #expect(taken.status == 200 && taken.body.isEmpty)
      let calls = try object(client.get("/v1/calls"))
      #expect(calls["total"] as? Int == 1 && calls["cursor"] is NSNull)
      let call = try object(client.get("/v1/calls/a1"))
      #expect(call["state"] as? String == "dialing")
      let callbacks = try #require(call["callbacks"] as? [[String: Any]])
      #expect(callbacks.count == 1 && callbacks[0]["body"] as? String == "")
      #expect((callbacks[0]["target"] as? String)?.hasSuffix("&key=***") == true)
      #expect(callbacks[0]["arrivedAt"] as? String == "2022-04-06T05:18:20Z")
      for spelling in ["+919880000001", "%2B919880000001", "9880000001", "098800%2000001"] {
        let agent = try object(client.get("/v1/agents/" + spelling))
        #expect(agent["activity"] as? String == "dialing")
      }
      #expect((try object(client.get("/v1/agents"))["agents"] as? [Any])?.count == 1)
      var live = try #require(object(client.get("/v1/summary"))["live"] as? [String: Any])
      let out = live.removeValue(forKey: "out") as? [String: Int]
      #expect(out == ["dialing": 0, "ringing": 0, "waiting": 0, "talking": 0])
      #expect(
        live as? [String: Int] == ["dialing": 1, "ringing": 0, "waiting": 0, "talking": 0])
      #expect(try object(client.get("/healthz"))["status"] as? String == "ok")
    }
  }

  @Test func `a body is shown as text, or in base 64 where it is none`() async throws {
    let monitor = TestFloor.monitor()
    try await TestFloor.serving(monitor: monitor) { server in
      let client = try RawClient(server)
      let body = Array("CallSid=b1&EventType=ringing&From=1&To=2&CustomField=é".utf8)
      for bytes in [body, body.dropLast()] {
        let raw = RawCallback(
          method: "POST", target: "/exotel", contentType: "application/x-www-form-urlencoded",
          body: bytes)
        monitor.receive(
          CallbackRequest(raw: raw, peer: "", arrivedAt: TestFloor.now), answer: { _ in })
      }
      let callbacks = try object(client.get("/v1/calls/b1"))["callbacks"] as? [[String: Any]]
      #expect(callbacks?.first?["body"] as? String == String(decoding: body, as: UTF8.self))
      #expect(callbacks?.first?["bodyBase64"] == nil)
      #expect(callbacks?.last?["body"] is NSNull)
      let encoded = Data(body.dropLast()).base64EncodedString()
      #expect(callbacks?.last?["bodyBase64"] as? String == encoded)
    }
  }

  @Test func `a posted callback is taken`() async throws {
    try await TestFloor.serving { server in
      let client = try RawClient(server)
      let body = "{\"CallSid\":\"p1\",\"EventType\":\"ringing\",\"From\":\"1\",\"To\":\"2\"}"
      try client.send(
        "POST /exotel HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
          + "Content-Length: \(body.utf8.count)\r\n\r\n" + body)
      #expect(try client.answer().status == 200)
      let callbacks = try object(client.get("/v1/calls/p1"))["callbacks"] as? [[String: Any]]
      #expect(callbacks?.first?["body"] as? String == body)
      #expect(callbacks?.first?["contentType"] as? String == "application/json")
    }
  }

  @Test(arguments: ["a/b", "..", "a\\b", "?q=1&sid=#%2F", "a1"])
  func `a call is read by whatever sid a callback may have`(_ sid: String) async throws {
    try await TestFloor.serving { server in
      let client = try RawClient(server)
      let encoded = PercentEncoding.encoded(sid)
      #expect(try client.get(TestFloor.dial(encoded)).status == 200)
      let call = try object(client.get("/v1/call?sid=" + encoded))
      #expect(call["sid"] as? String == sid)
      #expect((call["callbacks"] as? [Any])?.count == 1)
    }
  }

  @Test func `callbacks to another spelling of their path are refused, and seen`() async throws {
    try await TestFloor.serving { server in
      let client = try RawClient(server)
      let target = TestFloor.dial("a").replacing("/exotel", with: "/exotel/")
      #expect(try client.get(target).status == 404)
      #expect(try object(client.get("/v1/calls?state=all"))["total"] as? Int == 0)
      let rejected = try object(client.get("/v1/rejected"))["rejected"] as? [[String: Any]]
      #expect(rejected?.map { $0["status"] as? Int } == [404])
      #expect(rejected?.first?["target"] as? String == target)
    }
  }

  @Test func `the list goes on where the cursor says`() async throws {
    try await TestFloor.serving { server in
      let client = try RawClient(server)
      for sid in ["p1", "p2", "p3"] { _ = try client.get(TestFloor.dial(sid)) }
      var sids: [String] = []
      var next = "/v1/calls?limit=2"
      while true {
        let page = try object(client.get(next))
        #expect(page["total"] as? Int == 3)
        let calls = try #require(page["calls"] as? [[String: Any]])
        sids += calls.compactMap { $0["sid"] as? String }
        guard let cursor = page["cursor"] as? String else { break }
        next = "/v1/calls?limit=2&cursor=" + cursor
      }
      #expect(sids.sorted() == ["p1", "p2", "p3"])
    }
  }

  @Test(arguments: [
    ("GET /exotel?CallFrom=1", 400, "CallSid"), ("PUT /exotel?CallSid=a", 405, "GET, POST"),
    ("HEAD /exotel?CallSid=a", 405, ""), ("PROPFIND /exotel", 405, "PROPFIND"),
    ("GET /nothing", 404, "/nothing"), ("GET /exotels", 404, "/exotels"), ("GET /v1", 404, "/v1"),
    ("GET /v1/event", 404, "nothing"), ("GET /v1/callbacks?window=x", 400, "window"),
    ("GET /v1/callbacks?since=x", 400, "since"), ("POST /v1/callbacks", 405, "GET, HEAD"),
    ("GET /v1/calls/none", 404, "none"), ("GET /v1/call?sid=none", 404, "none"),
    ("GET /v1/call", 400, "sid is missing"), ("GET /v1/call?sid=a&sid=b", 400, "twice"),
    ("GET /v1/calls/", 404, "/v1/calls/"), ("GET /%76%31/calls", 404, "/%76%31/calls"),
    ("GET /exotel/?CallSid=a", 404, "callbacks go to /exotel"),
    ("GET /v1/agents/404", 404, "404"),
    ("GET /v1/agents/%zz", 404, "%zz"), ("GET /v1/calls?q=state:x", 400, "q, at character 7"),
    ("GET /v1/calls?stat=all", 400, "stat"), ("GET /v1/calls?state=dead", 400, "dead"),
    ("GET /v1/calls?limit=1001", 400, "1 to 1000"), ("GET /v1/summary?x=1", 400, "x"),
    ("POST /v1/calls", 405, "GET, HEAD"), ("DELETE /healthz", 405, "GET, HEAD"),
  ])
  func `errors are problem documents`(
    _ line: String, _ status: Int, _ word: String
  ) async throws {
    try await TestFloor.serving { server in
      let client = try RawClient(server)
      try client.send(line + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
      let answer = try client.answer(hasBody: !line.hasPrefix("HEAD"))
      #expect(answer.status == status)
      #expect((answer.headers["allow"] != nil) == (status == 405))
      if !line.hasPrefix("HEAD") {
        let detail = try #require(try problem(answer)["detail"] as? String)
        #expect(detail.contains(word))
      }
      #expect(try client.get("/healthz").status == 200, "the connection stays")
    }
  }

  @Test func `HEAD tells what GET would, without the body`() async throws {
    try await TestFloor.serving { server in
      let client = try RawClient(server)
      for path in ["/healthz", "/v1/summary", "/v1/calls"] {
        try client.send("HEAD \(path) HTTP/1.1\r\nHost: localhost\r\n\r\n")
        let head = try client.answer(hasBody: false)
        let get = try client.get(path)
        #expect(head.status == 200)
        #expect(head.headers["content-length"] == get.headers["content-length"])
      }
    }
  }

  @Test func `unknown content types are named`() async throws {
    try await TestFloor.serving { server in
      let client = try RawClient(server)
      try client.send(
        "POST /exotel HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/xml\r\nContent-Length: 6\r\n\r\n<xml/>"
      )
      let answer = try client.answer()
      #expect(answer.status == 415)
      #expect((try problem(answer)["detail"] as? String)?.contains("text/xml") == true)
    }
  }

  @Test(arguments: [
    "Content-Length: 65537\r\n\r\n",
    "Transfer-Encoding: chunked\r\n\r\n10000\r\n" + String(repeating: "x", count: 65_536)
      + "\r\n1\r\nx",
  ])
  func `too large a body is refused at once and ends the connection`(_ rest: String) async throws {
    try await TestFloor.serving { server in
      let client = try RawClient(server)
      try client.send("POST /exotel HTTP/1.1\r\nHost: localhost\r\n" + rest)
      let answer = try client.answer()
      #expect(answer.status == 413 && answer.headers["connection"] == "close")
      #expect((try problem(answer)["detail"] as? String)?.contains("65536") == true)
      #expect(try client.isAtEnd())
      let rejected = try object(RawClient(server).get("/v1/rejected"))["rejected"]
      #expect((rejected as? [[String: Any]])?.first?["status"] as? Int == 413)
    }
  }

  @Test(arguments: [
    ("GET /" + String(repeating: "x", count: 16_384) + " HTTP/1.1\r\nHost: localhost\r\n\r\n", 431),
    (
      "GET / HTTP/1.1\r\nHost: localhost\r\nA: " + String(repeating: "x", count: 16_384)
        + "\r\n\r\n", 431
    ),
    ("hello\r\n\r\n", 400), ("GET / HTTP/1.1\nHost: x\n\n", 400),
    (
      "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
      400
    ),
    ("POST / HTTP/1.1\r\nHost: localhost\r\nExpect: x\r\nContent-Length: 1\r\n\r\n", 417),
  ])
  func `what is no request ends the connection`(_ bytes: String, _ status: Int) async throws {
    try await TestFloor.serving { server in
      let client = try RawClient(server)
      try client.send(bytes)
      let answer = try client.answer()
      #expect(answer.status == status && answer.headers["connection"] == "close")
      _ = try problem(answer)
      #expect(try client.isAtEnd())
    }
  }

  @Test(arguments: [
    (
      "GET /exotel?CallSid=" + String(repeating: "x", count: 17_000)
        + " HTTP/1.1\r\nHost: localhost\r\n\r\n", 431
    ),
    (
      "GET /exotel HTTP/1.1\r\nHost: localhost\r\nA: " + String(repeating: "x", count: 40_000)
        + "\r\n\r\n", 431
    ),
    ("POST /exotel HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n", 400),
    ("POST /exotel HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n", 400),
  ])
  func `callbacks that cannot be read are kept too`(_ bytes: String, _ status: Int) async throws {
    try await TestFloor.serving { server in
      let client = try RawClient(server)
      try client.send(bytes)
      #expect(try client.answer().status == status)
      let rejected = try object(RawClient(server).get("/v1/rejected"))["rejected"]
      let entry = try #require((rejected as? [[String: Any]])?.first)
      #expect(entry["status"] as? Int == status)
      let target = entry["target"] as? String
      #expect(target?.hasPrefix("/exotel") == true || target == "?")
      #expect(try client.isAtEnd())
    }
  }

  @Test func `refused requests are kept with their reason, the newest first`() async throws {
    try await TestFloor.serving(ListenerSettings(key: "s3cret")) { server in
      let client = try RawClient(server)
      let wrong = try client.get(TestFloor.dial("a") + "&key=guess")
      #expect(wrong.status == 401)
      #expect(wrong.headers["www-authenticate"] == "Basic realm=\"callboard\"")
      try client.send("PUT /exotel HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{\u{1b}")
      #expect(try client.answer().status == 405)
      #expect(try client.get("/exotel?key=s3cret").status == 400)
      let rejected = try object(client.get("/v1/rejected"))["rejected"] as? [[String: Any]]
      #expect(rejected?.map { $0["status"] as? Int } == [400, 405, 401])
      #expect(rejected?[1]["firstBytes"] as? String == "{\u{1b}")
      #expect(rejected?[1]["method"] as? String == "PUT")
      #expect((rejected?[1]["address"] as? String)?.hasPrefix("127.0.0.1:") == true)
      #expect((rejected?[2]["target"] as? String)?.hasSuffix("&key=***") == true)
      #expect((rejected?[0]["reason"] as? String)?.contains("CallSid") == true)
      #expect(rejected?[0]["at"] as? String == "2022-04-06T05:18:20Z")
    }
  }

  @Test func `the key opens for callbacks and the token for reading`() async throws {
    try await TestFloor.serving(ListenerSettings(key: "s3cret", token: "t0ken")) { server in
      let client = try RawClient(server)
      #expect(try client.get(TestFloor.dial("a") + "&key=s3cret").status == 200)
      let basic = "Authorization: Basic ZXhvdGVsOnMzY3JldA==\r\n"
      #expect(try client.get(TestFloor.dial("b"), headers: basic).status == 200)
      for path in ["/v1/calls", "/v1/call?sid=a", "/v1/calls?q=x"] {
        let refused = try client.get(path, headers: basic)
        #expect(refused.status == 401)
        #expect(refused.headers["www-authenticate"] == "Bearer realm=\"callboard\"")
      }
      let bearer = "Authorization: Bearer t0ken\r\n"
      #expect(try object(client.get("/v1/calls", headers: bearer))["total"] as? Int == 2)
      #expect(try client.get("/healthz").status == 200)
      #expect(try client.get(TestFloor.dial("c"), headers: bearer).status == 401)
    }
  }
}
