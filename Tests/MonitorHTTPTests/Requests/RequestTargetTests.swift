import CallbackWire
import Testing

@testable import MonitorHTTP

struct RequestTargetTests {
  @Test(arguments: [
    ("/v1/calls?a=1", "/v1/calls", "a=1"), ("/v1/calls", "/v1/calls", nil), ("/?", "/", ""),
    ("http://host:80/v1/calls?a=b?c", "/v1/calls", "a=b?c"), ("http://host", "/", nil),
    ("HTTPS://host/a", "/a", nil), ("*", "*", nil), ("ftp://host/a", "ftp://host/a", nil),
  ])
  func `path and query are told apart`(_ target: String, _ path: String, _ query: String?) {
    #expect(RequestTarget(target).path == path)
    #expect(RequestTarget(target).query.map(String.init) == query)
  }

  @Test func `the absolute form names a host`() {
    #expect(RequestTarget("hTTp://a:80/x").authority == "a:80")
    #expect(RequestTarget("http://a?x=/y").authority == "a")
    #expect(RequestTarget("/http://a/x").authority == nil)
    for target in ["ftp://a/x", "http:/x", "x", "", "://a/x"] {
      #expect(!RequestTarget(target).isServed && RequestTarget(target).segments == nil)
    }
  }

  @Test func `segments are decoded after they are told apart`() {
    #expect(RequestTarget("/v1/agents/+91%2B0%251").segments == ["v1", "agents", "+91+0%1"])
    #expect(RequestTarget("/").segments == [] as [String]?)
  }

  @Test(arguments: [
    "*", "//", "//v1", "/v1//", "/v1//calls", "/v1/.", "/v1/..", "/v1/%2e", "/./v1", "/v1/%2E%2e/x",
    "/v1%2fcalls", "/v1/a%2F", "/v1%5ccalls", "/v1\\calls", "/v1/%00", "/v1/a%0A", "/v1/%7f",
    "/v1/%c2%85", "/v1/%zz", "/v1/%ff", "/v1/%", "/v1/calls/", "/exotel/", "/%76%31/calls",
    "/v1/%63alls", "/v1/calls/a%2Db", "/v1/calls/%7e",
  ])
  func `a path has one spelling`(_ path: String) {
    #expect(RequestTarget(path).segments == nil)
  }

  @Test func `what a path may have been meant for is told, and leads nowhere`() {
    #expect(RequestTarget("//%65xotel/?a=b").presumedSegments == ["exotel"])
    #expect(RequestTarget("/v1/%zz").presumedSegments == ["v1", "%zz"])
    #expect(Route.isCallbacksMisspelled(RequestTarget("/exotel/")))
    #expect(Route.isCallbacksMisspelled(RequestTarget("http://h/%65xotel?a")))
    for target in ["/exotel", "/exotel/x", "/exotels/", "/v1/exotel/"] {
      #expect(!Route.isCallbacksMisspelled(RequestTarget(target)))
    }
  }

  @Test func `parameters are decoded as a form`() throws {
    let parameters = try #require(RequestTarget("/x?a=+1%2B2&b&&c=%E2%82%AC=").parameters)
    #expect(parameters.map(\.name) == ["a", "b", "c"])
    #expect(parameters.map(\.value) == [" 1+2", "", "€="])
    #expect(RequestTarget("/x?a=%f").parameters == nil)
    #expect(RequestTarget("/x?a=%ff").parameters == nil)
  }

  @Test func `what is encoded is decoded to the same`() {
    let text = "a b+c%d&e=ü/?~-._\u{0}"
    let encoded = PercentEncoding.encoded(text)
    #expect(encoded == "a%20b%2Bc%25d%26e%3D%C3%BC%2F%3F~-._%00")
    #expect(PercentEncoding.text(Substring(encoded).utf8, plusIsBlank: true) == text)
  }
}
