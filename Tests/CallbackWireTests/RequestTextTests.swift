import Testing

@testable import CallbackWire

@Suite struct RequestTextTests {
  private func read(_ text: String) -> RawCallback? { RawCallback(requestText: Array(text.utf8)) }

  @Test(arguments: ["\n", "\r\n"])
  func `a request with its head and body`(lineEnd: String) {
    let lines = ["POST /exotel?a=b HTTP/1.1", "Host: x", "content-type:  text/x ", "", "body"]
    let raw = read(lines.joined(separator: lineEnd) + lineEnd)
    #expect(raw?.method == "POST" && raw?.target == "/exotel?a=b")
    #expect(raw?.contentType == "text/x" && raw?.body == Array("body".utf8))
  }

  @Test func `one without a body`() {
    #expect(read("GET / HTTP/1.1\nHost: x\n\n")?.body == [])
    #expect(read("GET / HTTP/1.1")?.contentType == nil)
  }

  @Test(arguments: ["", "{}", "CallSid=c", "get / HTTP/1.1", "GET /", "GET  HTTP/1.1"])
  func `what is no request`(text: String) { #expect(read(text) == nil) }
}
