import CallbackWire
import Testing

@testable import CallbackDelivery

struct CallbackTargetTests {
  private func url(
    _ target: String, key: String? = nil, of raw: String = "/exotel?CallSid=c%201&From=+91"
  ) throws -> String {
    try CallbackTarget(target, key: key).url(of: RawCallback(method: "GET", target: raw))
  }

  @Test func `the callback's query stands behind that of the target, as it came`() throws {
    #expect(
      try url("http://crm.example.com/a/b") == "http://crm.example.com/a/b?CallSid=c%201&From=+91")
    #expect(
      try url("https://crm.example.com:8443/calls?team=a%2Fb#top", key: "s&t")
        == "https://crm.example.com:8443/calls?team=a%2Fb&key=s%26t&CallSid=c%201&From=+91")
    #expect(try url("http://crm.example.com", of: "/exotel") == "http://crm.example.com/")
    #expect(
      try url("http://crm.example.com/?", key: "", of: "/exotel?") == "http://crm.example.com/")
  }

  @Test func `a masked key is not sent on`() throws {
    #expect(
      try url("http://[::1]:1/x", of: "/exotel?key=***&CallSid=c&KEY=***")
        == "http://[::1]:1/x?CallSid=c")
  }

  @Test func `user and password become HTTP Basic`() throws {
    let target = try CallbackTarget("https://us%40er:p%3Aw@crm.example.com/x")
    #expect(target.authorization == "Basic dXNAZXI6cDp3")
    #expect(
      target.url(of: RawCallback(method: "POST", target: "/exotel")) == "https://crm.example.com/x")
    #expect(try CallbackTarget("https://crm.example.com").authorization == nil)
  }

  @Test(arguments: [
    "", "crm.example.com", "ftp://crm.example.com", "http://", "http:///x", "a b",
    "http://127.0.0.1:99999/x", "http://127.0.0.1:0/x", "file:///etc/passwd",
  ])
  func `what is no URL to send to is refused`(text: String) {
    #expect(throws: CallbackTargetError(text: text)) { try CallbackTarget(text) }
  }

  @Test(arguments: ["http://x/a\r\nX-More: b", "http://x/?a=b\r\n\r\nGET /", "http://x\r\n/"])
  func `no line end in a URL gets into a request`(text: String) {
    let sent = try? url(text)
    #expect(sent?.contains(where: \.isWhitespace) != true)
  }
}
