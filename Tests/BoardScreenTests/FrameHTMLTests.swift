import Testing

@testable import BoardScreen

@Suite struct FrameHTMLTests {
  private func body(_ frame: Frame, _ theme: Theme = .default) -> [Substring] {
    let document = FrameHTML(frame, theme: theme).document
    let lines = document.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(of: "<pre>"), let end = lines.firstIndex(of: "</pre>") else {
      return []
    }
    return Array(lines[(start + 1)..<end])
  }

  private func frame(_ columns: Int = 12, _ rows: Int = 1) -> Frame {
    Frame(ScreenSize(columns: columns, rows: rows))
  }

  @Test func `a page has a row a line, without the blanks at its end`() {
    var frame = frame(12, 3)
    frame.write("one  two", x: 1, y: 1)
    #expect(body(frame) == ["", " one  two", ""])
  }

  @Test func `text is escaped, in the title too`() {
    var frame = frame()
    frame.write("<a&b>", x: 0, y: 0)
    #expect(body(frame) == ["&lt;a&amp;b&gt;"])
    let document = FrameHTML(frame, theme: .mono, title: "</title><script>").document
    #expect(document.contains("<title>&lt;/title&gt;&lt;script&gt;</title>"))
    #expect(!document.contains("<script"))
  }

  @Test func `styles become rules, and ordinary text has none`() {
    var frame = frame(16)
    frame.write("plain", x: 0, y: 0)
    frame.write("red", x: 6, y: 0, style: Style(.red, bold: true, underlined: true))
    frame.write("on", x: 10, y: 0, style: Style(.red, reverse: true))
    #expect(
      body(frame) == [
        "plain <span style=\"color:#ff5f5f;font-weight:bold;text-decoration:underline\">red</span>"
          + " <span style=\"color:#1c1c1c;background:#ff5f5f\">on</span>"
      ])
  }

  @Test func `blanks are seen where they are reverse or underlined`() {
    var frame = frame(6)
    frame.write("  ", x: 0, y: 0, style: Style(reverse: true))
    frame.write("  ", x: 2, y: 0, style: Style(underlined: true))
    #expect(
      body(frame) == [
        "<span style=\"color:#1c1c1c;background:#d0d0d0\">  </span>"
          + "<span style=\"text-decoration:underline\">  </span>"
      ])
  }

  @Test func `what is beside letters of another width stands in its column`() {
    var frame = frame()
    frame.write("● 田中 x मी", x: 0, y: 0, style: Style(.good))
    let columns = TextWidth.of("मी")
    let line = [
      "<span style=\"color:#00af00\">● </span>",
      "<span class=\"own\" style=\"color:#00af00;width:4ch\">田中</span>",
      "<span style=\"color:#00af00\"> x </span>",
      "<span class=\"own\" style=\"color:#00af00;width:\(columns)ch\">मी</span>",
    ].joined()
    #expect(body(frame) == [Substring(line)])
  }

  @Test func `the theme's ground and text are those of the page`() {
    let document = FrameHTML(frame(), theme: .light).document
    #expect(document.hasPrefix("<!DOCTYPE html>\n"))
    #expect(document.contains("<meta charset=\"utf-8\">"))
    #expect(document.contains("background: #ffffff; color: #262626;"))
    let svg = FrameSVG(frame(), theme: .light).document
    #expect(svg.contains("fill=\"#ffffff\"/>"))
  }
}
