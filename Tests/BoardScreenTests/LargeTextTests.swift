import Testing

@testable import BoardScreen

@Suite struct LargeTextTests {
  private func picture(_ text: String, scale: Int, ascii: Bool = false) -> String {
    let large = LargeText(text: text, scale: scale, signs: Signs(ascii: ascii))
    var frame = Frame(ScreenSize(columns: large.columns, rows: large.rows))
    large.draw(&frame, x: 0, y: 0, style: .plain)
    return frame.text
  }

  @Test func `the smallest are of half cells`() {
    #expect(
      picture("0123456789", scale: 1) == """
        █▀█ ▄█  ▀▀█ ▀▀█ █ █ █▀▀ █▀▀ ▀▀█ █▀█ █▀█
        █ █  █  █▀▀ ▀▀█ ▀▀█ ▀▀█ █▀█   █ █▀█ ▀▀█
        ▀▀▀ ▀▀▀ ▀▀▀ ▀▀▀   ▀ ▀▀▀ ▀▀▀   ▀ ▀▀▀ ▀▀▀

        """)
    #expect(
      picture("1:0%-–?", scale: 1) == """
        ▄█  ▄ █▀█ ▀ █         ▀▀█
         █  ▄ █ █ ▄▀  ▀▀▀ ▀▀▀  ▀▀
        ▀▀▀   ▀▀▀ ▀ ▀          ▀

        """)
  }

  @Test func `twice as large are full cells, and ASCII draws the same`() {
    let large = picture("3d", scale: 2)
    #expect(
      large == """
        ██████      ██
            ██      ██
        ██████  ██████
            ██  ██  ██
        ██████  ██████

        """)
    #expect(picture("3d", scale: 2, ascii: true) == large.replacing("█", with: "#"))
  }

  @Test(arguments: 1...9) func `text is as large as it says`(_ scale: Int) {
    for isASCII in [false, true] {
      let large = LargeText(text: "8:88%", scale: scale, signs: Signs(ascii: isASCII))
      #expect(large.columns == 17 * scale)
      #expect(large.rows >= 5 * scale / 2)
      let lines = picture("8:88%", scale: scale, ascii: isASCII).split(separator: "\n")
      #expect(lines.count == large.rows)
      #expect(lines.first?.count == large.columns)
    }
  }

  @Test func `no text takes no columns`() {
    #expect(LargeText(text: "", scale: 3, signs: Signs(ascii: false)).columns == 0)
  }
}
