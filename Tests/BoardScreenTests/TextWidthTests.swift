import Testing

@testable import BoardScreen

@Suite struct TextWidthTests {
  @Test(arguments: [
    ("Asha Rao", 8), ("मीरा", 4), ("田中太郎", 8), ("e\u{301}", 1), ("😀", 2), ("👨‍👩‍👧", 6), ("❤️", 1),
    ("a\u{1B}[31m\u{7}b", 6), ("\u{202E}abc\u{202C}", 3), ("", 0), ("ﾊﾛｰ", 3), ("ｱ", 1), ("한글", 4),
  ])
  func `a text takes a number of columns`(_ text: String, _ width: Int) {
    #expect(TextWidth.of(text) == width)
  }

  @Test func `it is cut at a whole character, with a mark`() {
    #expect(TextWidth.cut("田中太郎", to: 5, mark: "…") == "田中…")
    #expect(TextWidth.cut("田中太郎", to: 4, mark: "…") == "田…")
    #expect(TextWidth.cut("Asha", to: 4, mark: "…") == "Asha")
    #expect(TextWidth.cut("Asha", to: 0, mark: "…").isEmpty)
  }

  @Test(arguments: [
    ("08044556601", 8, "…4556601"), ("+91 98700 00042", 9, "…00 00042"),
    ("08044556601", 11, "08044556601"),
    ("→+91 98700 00042", 12, "→…8700 00042"), ("+2 +91 98700 00042", 12, "+2 …00 00042"),
    ("+91981xxxx001", 8, "…xxxx001"), ("Sunil Gavaskar", 8, "Sunil G…"), ("room 204", 6, "room …"),
    ("a very long name 08044556601", 12, "…08044556601"), ("08044556601", 1, "…"),
    ("08044556601", 0, ""),
  ])
  func `of a number its last digits stay`(_ text: String, _ width: Int, _ shown: String) {
    let cut = TextWidth.cutBeforeDigits(text, to: width, mark: "…")
    #expect(cut == shown)
    #expect(TextWidth.of(cut) <= width)
  }

  @Test func `no control character is ever drawn`() {
    for value in (0..<0x3000).map(UInt32.init) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for glyph in TextWidth.glyphs("a" + String(scalar)) {
        #expect(glyph.text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
      }
    }
  }

  @Test func `marks without end do not pile up in one cell`() {
    let zalgo = "a" + String(repeating: "\u{301}", count: 500)
    #expect(TextWidth.glyphs(zalgo).first?.text.unicodeScalars.count == 4)
  }
}
