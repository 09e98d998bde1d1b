import NIOHTTP1
import Testing

@testable import MonitorHTTP

struct RequestHeadTests {
  private func head(
    _ headers: HTTPHeaders = [:], method: HTTPMethod = .GET, version: HTTPVersion = .http1_1
  ) -> RequestHead {
    RequestHead(HTTPRequestHead(version: version, method: method, uri: "/", headers: headers))
  }

  @Test func `headers are found in any letter case`() {
    let found = head(["content-TYPE": "a/b", "AUTHORIZATION": "Basic x"])
    #expect(found.contentType == "a/b" && found.authorization == "Basic x")
    #expect(head().contentType == nil && head().authorization == nil)
  }

  @Test func `a connection stays unless one side cannot or will not`() {
    #expect(head().keepsAlive)
    #expect(!head(["Connection": "close"]).keepsAlive)
    #expect(!head(version: .http1_0).keepsAlive)
    #expect(head(["Connection": "keep-alive"], version: .http1_0).keepsAlive)
    #expect(!head(method: .CONNECT).keepsAlive)
    #expect(!head(["Connection": "upgrade", "Upgrade": "h2c"]).keepsAlive)
  }

  @Test func `only HTTP 1.1 can wait to be asked for a body`() {
    #expect(head(["Expect": "100-Continue"]).awaitsContinue)
    #expect(!head(["Expect": "100-continue"], version: .http1_0).awaitsContinue)
    #expect(!head(["Expect": "cake"]).awaitsContinue)
  }
}
