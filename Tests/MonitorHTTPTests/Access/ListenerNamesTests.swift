import Testing

@testable import MonitorHTTP

struct ListenerNamesTests {
  private func contains(_ name: String, _ names: [String] = []) throws -> Bool {
    try ListenerNames(names).contains(#require(Authority(name)))
  }

  @Test(arguments: [
    "localhost", "LOCALHOST:1", "127.0.0.1", "127.9.8.7:80", "[::1]:80", "[0:0::1]",
  ])
  func `the loopback is always called so`(_ name: String) throws { #expect(try contains(name)) }

  @Test(arguments: [
    "evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "127.1", "2130706433",
    "0x7f.1", "0.0.0.0", "128.0.0.1", "[::]", "[::ffff:127.0.0.1]", "xlocalhost",
  ])
  func `others are not its names`(_ name: String) throws { #expect(try !contains(name)) }

  @Test func `more names can be given, for any port and in any letter case`() throws {
    let names = ["Board.Example.com", "192.0.2.7", "2001:db8::7"]
    for name in ["board.example.com:8443", "BOARD.example.COM", "192.0.2.7:1", "[2001:DB8::7]"] {
      #expect(try contains(name, names))
    }
    #expect(try !contains("example.com", names))
  }

  @Test func `a name has no port`() {
    for name in ["board.example.com", "192.0.2.7", "::1", "[::1]"] {
      #expect(ListenerNames.isName(name))
    }
    for name in ["", "a:80", "a:", "[::1]:80", "http://a", "a b", "*", "*.a"] {
      #expect(!ListenerNames.isName(name))
    }
  }
}
