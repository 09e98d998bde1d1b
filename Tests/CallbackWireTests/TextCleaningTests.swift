import CallbackWire
import Testing

struct TextCleaningTests {
  @Test(arguments: [
    ("plain text, ünïcode 日本 😀", "plain text, ünïcode 日本 😀"), ("a\u{0}b\u{7F}c\u{8}", "abc"),
    ("a\tb\nc\rd\r\ne", "a b c d e"), ("\u{1B}[31mred\u{1B}[0m", "red"),
    ("\u{1B}[38;2;1;2;3mx\u{1B}[?25l", "x"), ("a\u{1B}]0;title\u{7}b", "ab"),
    ("a\u{1B}]8;;http://x\u{1B}\\link\u{1B}]8;;\u{1B}\\b", "alinkb"),
    ("a\u{1B}]0;never ends", "a"), ("a\u{1B}P1;2|x\u{1B}\\b", "ab"), ("a\u{1B}(Bb", "ab"),
    ("a\u{1B}cb", "ab"), ("a\u{1B}[4 qb", "ab"), ("a\u{1B}", "a"), ("a\u{1B}[", "a"),
    ("a\u{1B}[12\u{1B}[mb", "ab"),
    ("a\u{9B}31mb", "ab"), ("a\u{9D}0;t\u{9C}b", "ab"), ("a\u{85}b", "ab"),
    ("a\u{202E}b\u{2066}c\u{200F}d\u{61C}e", "abcde"), ("a\u{2028}b\u{2029}c", "abc"),
    ("", ""),
  ])
  func `nothing that moves a cursor is left`(text: String, expected: String) {
    #expect(TextCleaning.cleaned(text) == expected)
  }

  @Test func `texts are cut at 1,024 scalars after cleaning`() throws {
    #expect(TextCleaning.cleaned(String(repeating: "é", count: 1024)).unicodeScalars.count == 1024)
    #expect(TextCleaning.cleaned(String(repeating: "é", count: 1025)).unicodeScalars.count == 1024)
    let field = String(repeating: "a", count: 1024)
    let base = "CallSid=1&Status=busy&DialWhomNumber=9&CustomField="
    #expect(try decode(base + field).customField == field)
    #expect(try decode(base + field + "b").customField == field)
    #expect(try decode(base + "%00" + field + "b").customField == field)
  }

  @Test func `a text of which cleaning leaves nothing is not known`() throws {
    let base = "CallSid=1&Status=busy&DialWhomNumber=9&CustomField="
    #expect(try decode(base + "%1b[31m%1b[0m").customField == nil)
    #expect(try decode(base + "%1b[31mnull%1b[0m%0a").customField == nil)
  }
}
