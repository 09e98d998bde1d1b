import NIOCore
import Testing

@testable import MonitorHTTP

struct ResponseTests {
  private func text(_ response: Response, _ form: Response.Form) -> String {
    var buffer = ByteBuffer()
    response.write(to: &buffer, form)
    return String(buffer: buffer)
  }

  @Test func `the date stands first and the length last`() {
    let response = Response(status: .notFound, headers: [("A", "b")], body: Array("no".utf8))
    #expect(
      text(response, Response.Form(connection: "close", date: "today"))
        == "HTTP/1.1 404 Not Found\r\nDate: today\r\nConnection: close\r\nA: b\r\n"
        + "Content-Length: 2\r\n\r\nno")
  }

  @Test func `to HEAD all is told but the body`() {
    let response = Response(status: .ok, body: [1, 2, 3])
    #expect(
      text(response, Response.Form(omitsBody: true, date: "today"))
        == "HTTP/1.1 200 OK\r\nDate: today\r\nContent-Length: 3\r\n\r\n")
  }

  @Test func `JSON is not to be kept`() {
    let response = Response.json { $0.object { $0.field("a", 1) } }
    #expect(response.body == Array("{\"a\":1}".utf8))
    #expect(response.headers.contains { $0 == ("Content-Type", "application/json") })
    #expect(response.headers.contains { $0 == ("Cache-Control", "no-store") })
  }

  @Test(arguments: [
    (Response.Status.contentTooLarge, "Content Too Large"),
    (.headersTooLarge, "Request Header Fields Too Large"), (.unavailable, "Service Unavailable"),
  ])
  func `a status has the reason of RFC 9110`(_ status: Response.Status, _ reason: String) {
    #expect(status.reason == reason)
  }
}
