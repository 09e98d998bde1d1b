import Testing

@testable import Monitoring

@Suite struct ForwardPathTests {
  @Test func `each listener adds its name, and knows it again`() {
    let path = ForwardPath(header: nil).through("a1").through("b2")
    #expect(path.header == "a1, b2")
    let received = ForwardPath(header: path.header)
    #expect(received == path && ForwardPath().header == nil)
    #expect(received.end(at: "a1") != nil && received.end(at: "c3") == nil)
  }

  @Test func `nobody sends on what came through eight`() {
    let names = (1...8).map { "r\($0)" }
    #expect(ForwardPath(header: names.dropLast().joined(separator: ",")).end(at: "x") == nil)
    #expect(ForwardPath(header: names.joined(separator: ",")).end(at: "x") != nil)
  }

  @Test(arguments: [",,,,,,,,,,,,", "\u{1b}[2J\r\nX: y", "", String(repeating: "x", count: 9_999)])
  func `nothing from outside gets into a header`(_ text: String) {
    let header = ForwardPath(header: text).through("me").header ?? ""
    #expect(header.utf8.count < 300)
    let allowed = header.utf8.allSatisfy { byte in
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
        || byte == UInt8(ascii: ",") || byte == UInt8(ascii: " ")
    }
    #expect(allowed, "\(header)")
  }
}
