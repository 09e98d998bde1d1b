import Foundation
import ListenerTesting
import Testing

@testable import MonitorHTTP

struct RequestDecoderTests {
  @Test(arguments: ["FOO /v1/calls", "get /v1/calls", "GETX /exotel?CallSid=a", "X-Y_z *"])
  func `a method that is not known is answered 501`(_ line: String) async throws {
    try await TestFloor.serving { server in
      let client = try RawClient(server)
      try client.send(line + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
      let answer = try client.answer()
      #expect(answer.status == 501 && answer.headers["connection"] == "close")
      #expect(answer.headers["content-type"] == "application/problem+json")
      let method = try #require(line.split(separator: " ").first)
      #expect(
        (try detail(answer))?.hasPrefix("\(method) is no method") == true)
    }
  }

  @Test(arguments: [
    "\u{16}\u{3}\u{1}\r\n\r\n", "FOO\r\n\r\n", "FOO /x\r\n\r\n", "F(O /x HTTP/1.1\r\n\r\n",
    "FOO  /x HTTP/1.1\r\n\r\n", "FOO /x HTTP/2.0\r\n\r\n",
  ])
  func `bytes that are no HTTP stay a bad request`(_ bytes: String) async throws {
    try await TestFloor.serving { server in
      let client = try RawClient(server)
      try client.send(bytes)
      #expect(try client.answer().status == 400)
    }
  }

  private func detail(_ answer: RawClient.Answer) throws -> String? {
    let document = try JSONSerialization.jsonObject(with: Data(answer.body.utf8))
    return (document as? [String: Any])?["detail"] as? String
  }
}
