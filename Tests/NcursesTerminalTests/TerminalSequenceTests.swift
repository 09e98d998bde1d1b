import BoardScreen
import Foundation
import Testing

@testable import NcursesTerminal

@Suite struct TerminalSequenceTests {
  @Test(arguments: ["", "a", "ab", "abc", "+91 98123 00001", "नमस्ते", "{\"sid\":\"c1\"}"])
  func `what is copied is what the terminal decodes`(_ text: String) throws {
    let sequence = try #require(TerminalSequence.copying(text))
    #expect(sequence.hasPrefix("\u{1B}]52;c;") && sequence.hasSuffix("\u{07}"))
    let encoded = sequence.dropFirst(7).dropLast()
    #expect(Data(base64Encoded: String(encoded)) == Data(text.utf8))
  }

  @Test func `what no terminal takes is not sent`() {
    #expect(TerminalSequence.copying(String(repeating: "a", count: 80_000)) == nil)
  }

  @Test func `a notification is told both ways, and nothing in it ends it`() {
    let alert = Alert(notice: "a;b\u{07}\u{1B}]0;c", rings: true)
    #expect(
      TerminalSequence.alerting(alert)
        == "\u{1B}]9;Callboard: a,b]0,c\u{07}\u{1B}]777;notify;Callboard;a,b]0,c\u{07}\u{07}")
    #expect(TerminalSequence.alerting(Alert(notice: nil, rings: true)) == "\u{07}")
  }
}
