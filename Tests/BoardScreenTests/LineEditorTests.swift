import Testing

@testable import BoardScreen

@Suite struct LineEditorTests {
  private func edited(_ text: String, _ keys: Key...) -> LineEditor {
    var line = LineEditor(text)
    for key in keys { _ = line.take(key) }
    return line
  }

  @Test func `characters go to where the cursor is`() {
    #expect(edited("ac", .left, .character("b")).text == "abc")
    #expect(edited("bc", .home, .character("a"), .end, .character("d")).text == "abcd")
  }

  @Test func `words, ends and single characters can be taken away`() {
    #expect(edited("state:ringing asha", .control("w")).text == "state:ringing ")
    #expect(edited("abc", .backspace).text == "ab")
    #expect(edited("abc", .home, .control("d")).text == "bc")
    #expect(edited("abc", .left, .control("k")).text == "ab")
    #expect(edited("abc", .left, .control("u")).text == "c")
    #expect(edited("", .backspace, .control("w"), .control("d"), .left).text == "")
  }

  @Test func `a mark joins the character before it`() {
    let line = edited("e", .character("\u{301}"))
    #expect(line.text == "é")
    #expect(line.cursor == 1)
  }

  @Test func `it never grows beyond its limit`() {
    var line = LineEditor(String(repeating: "a", count: 499))
    for _ in 0..<9 { _ = line.take(.character("b")) }
    #expect(line.characters.count == LineEditor.limit)
    line.replace(0..<1, with: String(repeating: "c", count: 50))
    #expect(line.characters.count == LineEditor.limit)
    #expect(line.cursor == 50)
  }
}
