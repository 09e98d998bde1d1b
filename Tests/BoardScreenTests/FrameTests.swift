import Testing

@testable import BoardScreen

@Suite struct FrameTests {
  private func frame(_ columns: Int = 6, _ rows: Int = 2) -> Frame {
    Frame(ScreenSize(columns: columns, rows: rows))
  }

  @Test func `text is cut at the edges`() {
    var frame = frame()
    #expect(frame.write("abcdefgh", x: 2, y: 0) == 4)
    #expect(frame.write("abc", x: 0, y: 2) == 0)
    #expect(frame.write("abc", x: -1, y: 0) == 0)
    #expect(frame.write("abc", x: 9, y: 0) == 0)
    #expect(frame.text == "  abcd\n\n")
  }

  @Test func `a wide character never shows one half`() {
    var frame = frame()
    frame.write("田中太", x: 0, y: 0)
    frame.write("x", x: 1, y: 0)
    #expect(frame.text == " x中太\n\n")
    frame.write("y", x: 2, y: 0)
    #expect(frame.text == " xy 太\n\n")
    #expect(frame.write("田", x: 5, y: 1) == 0)
  }

  @Test func `rows that changed are told`() {
    var later = frame()
    later.write("a", x: 0, y: 1)
    #expect(later.changedRows(since: frame()) == [1])
    #expect(later.changedRows(since: later).isEmpty)
    #expect(later.changedRows(since: nil) == [0, 1])
    #expect(later.changedRows(since: frame(7)) == [0, 1])
  }

  @Test func `a size without columns or rows is none`() {
    var frame = frame(-3, 0)
    frame.write("a", x: 0, y: 0)
    frame.restyle(x: 0, y: 0, width: 4) { $0.isBold = true }
    #expect(frame.text.isEmpty)
  }

  @Test func `a picture escapes text and names its colours`() {
    var frame = frame(12, 1)
    frame.write("<a&b>", x: 0, y: 0, style: Style(.red, bold: true))
    let svg = FrameSVG(frame, theme: .default).document
    #expect(svg.contains("&lt;a&amp;b&gt;"))
    #expect(svg.contains("#ff5f5f"))
    #expect(svg.hasPrefix("<svg"))
  }
}
