import Testing

@testable import MonitorHTTP

struct RequestTargetTests {
  @Test(arguments: [
    ("/v1/calls?a=1", "/v1/calls", "a=1"), ("/v1/calls", "/v1/calls", nil), ("/?", "/", ""),
    ("http://host:80/v1/calls?a=b?c", "/v1/calls", "a=b?c"), ("http://host", "/", nil),
    ("*", "*", nil),
  ])
  func `path and query are told apart`(_ target: String, _ path: String, _ query: String?) {
    #expect(RequestTarget(target).path == path)
    #expect(RequestTarget(target).query.map(String.init) == query)
  }

  @Test func `segments are decoded after they are told apart`() {
    #expect(RequestTarget("/v1/agents/+91%2B0%2f1").segments == ["v1", "agents", "+91+0/1"])
    #expect(RequestTarget("/v1/calls/").segments == ["v1", "calls"])
    #expect(RequestTarget("/v1/%zz").segments == nil)
    #expect(RequestTarget("/v1/%ff").segments == nil)
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
