import BoardScreen
import CNcurses
import Glibc
import Testing

@testable import NcursesTerminal

struct KeyTranslationTests {
  private static func bytes(_ text: String) -> [cn_event] {
    text.utf8.map { cn_event(kind: cn_byte, code: UInt32($0)) }
  }

  @Test(
    arguments: [
      ("j", .key(.character("j"))), ("é", .key(.character("é"))), ("日", .key(.character("日"))),
      ("📞", .key(.character("📞"))), (" ", .key(.character(" "))),
      ("\u{4}", .key(.control("d"))), ("\u{1A}", .key(.control("z"))),
      ("\u{3}", .quit(signal: SIGINT)), ("\t", .key(.tab)), ("\r", .key(.enter)),
      ("\n", .key(.enter)), ("\u{7F}", .key(.backspace)), ("\u{8}", .key(.backspace)),
      ("\u{1B}", .key(.escape)), ("\u{1B}[A", .key(.up)), ("\u{1B}OB", .key(.down)),
      ("\u{1B}[1;5C", .key(.right)), ("\u{1B}[5~", .key(.pageUp)), ("\u{1B}[6;2~", .key(.pageDown)),
      ("\u{1B}[H", .key(.home)), ("\u{1B}OF", .key(.end)), ("\u{1B}[Z", .key(.backTab)),
      ("\u{1B}OM", .key(.enter)), ("\u{1B}[<0;11;6M", .click(x: 10, y: 5)),
      ("\u{1B}[<64;1;2M", .wheel(lines: -3, x: 0, y: 1)),
      ("\u{1B}[<69;300;2M", .wheel(lines: 3, x: 299, y: 1)),
      ("\u{1B}[M +&", .click(x: 10, y: 5)), ("\u{1B}[M`!!", .wheel(lines: -3, x: 0, y: 0)),
    ] as [(String, ScreenInput)])
  func `bytes become the key or the click that they stand for`(_ text: String, _ input: ScreenInput)
  {
    var translation = KeyTranslation()
    #expect(translation.inputs(Self.bytes(text)) == [input])
  }

  @Test(arguments: [
    "\0", "\u{1C}", "\u{1B}[24~", "\u{1B}[1;5R", "\u{1B}Oq", "\u{1B}[I", "\u{1B}[<0;11;6m",
    "\u{1B}[<2;1;1M", "\u{1B}[<32;4;4M", "\u{1B}[<0;0;0M", "\u{1B}[<;;M",
    "\u{1B}[<99999999999999999999;1;1M", "\u{1B}[<0;1M", "\u{1B}[M\0\0\0", "\u{85}",
  ])
  func `what means nothing here does nothing, and does not fall apart`(_ text: String) {
    var translation = KeyTranslation()
    #expect(translation.inputs(Self.bytes(text)).isEmpty)
    #expect(translation.inputs(Self.bytes("q")) == [.key(.character("q"))])
  }

  @Test func `keys that ncurses knows keep their place among the text`() {
    var translation = KeyTranslation()
    let up = cn_event(kind: cn_key, code: cn_up.rawValue)
    let other = cn_event(kind: cn_key, code: cn_unknown_key.rawValue)
    let inputs = translation.inputs(Self.bytes("a") + [up, other] + Self.bytes("b"))
    #expect(inputs == [.key(.character("a")), .key(.up), .key(.character("b"))])
  }

  @Test func `an escape that is followed by a key is two keys`() {
    var translation = KeyTranslation()
    #expect(translation.inputs(Self.bytes("\u{1B}q")) == [.key(.escape), .key(.character("q"))])
    #expect(translation.inputs(Self.bytes("\u{1B}[")) == [.key(.escape), .key(.character("["))])
  }

  @Test func `a sequence and a character that come in pieces are put together`() {
    let bytes = Self.bytes("\u{1B}[<0;11;6Mé日x")
    for cut in 3..<bytes.count {
      var translation = KeyTranslation()
      let inputs =
        translation.inputs(Array(bytes[..<cut])) + translation.inputs(Array(bytes[cut...]))
      #expect(
        inputs == [
          .click(x: 10, y: 5), .key(.character("é")), .key(.character("日")), .key(.character("x")),
        ], "cut before byte \(cut)")
    }
  }

  @Test(
    arguments: [
      [0xFF], [0xC3], [0x80], [0xE6, 0x97], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF8, 0x88],
    ] as [[UInt32]])
  func `bytes that are no UTF-8 take no key away with them`(_ wrong: [UInt32]) {
    var translation = KeyTranslation()
    let events = wrong.map { cn_event(kind: cn_byte, code: $0) } + Self.bytes("q")
    #expect(translation.inputs(events) == [.key(.character("q"))])
  }

  @Test func `a second press on one place within 400 ms is a double click, a third is none`() {
    let press = Self.bytes("\u{1B}[<0;2;2M")
    let start = ContinuousClock.now
    var translation = KeyTranslation()
    func inputs(_ milliseconds: Int) -> [ScreenInput] {
      translation.inputs(press, now: start + .milliseconds(milliseconds))
    }
    #expect(inputs(0) == [.click(x: 1, y: 1)])
    #expect(inputs(400) == [.doubleClick(x: 1, y: 1)])
    #expect(inputs(500) == [.click(x: 1, y: 1)])
    #expect(inputs(901) == [.click(x: 1, y: 1)])
    let elsewhere = translation.inputs(
      Self.bytes("\u{1B}[<0;3;2M"), now: start + .milliseconds(910))
    #expect(elsewhere == [.click(x: 2, y: 1)])
  }
}
