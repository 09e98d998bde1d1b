import Testing

@testable import MonitorHTTP

struct AuthorityTests {
  @Test(arguments: [
    ("localhost", "localhost", nil), ("LocalHost:8080", "localhost", 8080),
    ("a.b-c_d:", "a.b-c_d", nil),
    ("127.0.0.1:1", "127.0.0.1", 1), ("[::1]", "::1", nil),
    ("[2001:DB8::7]:65535", "2001:db8::7", 65_535),
    ("a%2fb", "a%2fb", nil),
  ])
  func `host and port are told apart`(_ text: String, _ host: String, _ port: Int?) throws {
    let authority = try #require(Authority(text))
    #expect(authority.host == host && authority.port == port)
  }

  @Test(arguments: [
    "", ":80", "a b", "a/b", "u@a", "u:p@a:80", "a:80:80", "a:x", "a:65536", "a:123456", "a:-1",
    "[::1",
    "[]", "[g::1]", "[::1]x", "::1", "a,b c", "a%2", "é", "a\u{0}", "a?b", "a#b",
  ])
  func `what is no host and port is none`(_ text: String) { #expect(Authority(text) == nil) }

  @Test func `a port that is not named is that of the scheme`() throws {
    let (bare, http, https) = try (
      #require(Authority("a")), #require(Authority("a:80")), #require(Authority("a:443"))
    )
    #expect(bare.isSame(as: http, scheme: "http") && !bare.isSame(as: https, scheme: "http"))
    #expect(https.isSame(as: bare, scheme: "https") && !http.isSame(as: bare, scheme: "https"))
    #expect(!bare.isSame(as: try #require(Authority("b")), scheme: "http"))
  }
}
