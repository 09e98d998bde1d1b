import BoardScreen
import CNcurses
import Testing

@testable import NcursesTerminal

extension TerminalTests {
  struct FramePainterTests {
    private static let size = ScreenSize(columns: 20, rows: 6)

    /// Runs on a screen that is on no terminal.
    private func withScreen(
      _ term: String = "xterm-256color", theme: Theme = .mono,
      _ body: (inout FramePainter) -> Void
    ) throws {
      try #require(
        cn_open_headless(term, Int32(Self.size.columns), Int32(Self.size.rows)) == cn_opened)
      defer { cn_close() }
      var painter = FramePainter(theme: theme)
      body(&painter)
    }

    private func frame(_ lines: [(String, Style)]) -> Frame {
      var frame = Frame(Self.size)
      for (y, line) in lines.enumerated() { frame.write(line.0, x: 0, y: y, style: line.1) }
      return frame
    }

    private func text(_ x: Int32, _ y: Int32) -> String {
      let cell = cn_read_back(x, y)
      var text = ""
      withUnsafeBytes(of: cell.text) { bytes in
        for scalar in bytes.bindMemory(to: UInt32.self).prefix(Int(cell.count)) {
          if let scalar = Unicode.Scalar(scalar) { text.unicodeScalars.append(scalar) }
        }
      }
      return text
    }

    @Test func `wide characters and combining marks stand in their columns`() throws {
      try withScreen { painter in
        painter.present(frame([("日本x", .plain), ("e\u{301}\u{323}y📞z", .plain)]))
        #expect(text(0, 0) == "日")
        #expect(text(2, 0) == "本")
        #expect(text(4, 0) == "x")
        #expect(Array(text(0, 1).unicodeScalars) == Array("e\u{301}\u{323}".unicodeScalars))
        #expect(text(1, 1) == "y")
        #expect(text(2, 1) == "📞")
        #expect(text(4, 1) == "z")
        #expect(text(5, 1) == " ")
      }
    }

    @Test func `a character as wide as the last column ends the row, and none beyond`() throws {
      try withScreen { painter in
        painter.present(
          frame([("123456789012345678日", .plain), (String(repeating: "本", count: 20), .plain)]))
        #expect(text(18, 0) == "日")
        #expect(text(18, 1) == "本")
        #expect(text(0, 2) == " ")
      }
    }

    @Test func `a character that the C library takes for another width moves nothing`() throws {
      try withScreen { painter in
        // One column for the frame, none for the C library.
        painter.present(frame([("a\u{1171E}b", .plain)]))
        #expect(text(1, 0) == "\u{FFFD}")
        #expect(text(2, 0) == "b")
      }
    }

    @Test func `styles become attributes and colours`() throws {
      try withScreen(theme: .default) { painter in
        painter.present(
          frame([
            ("p", .plain), ("r", Style(.red, bold: true, reverse: true)),
            ("g", Style(.good, dim: true, underlined: true)),
          ]))
        #expect(cn_read_back(0, 0).attributes == 0)
        #expect(cn_read_back(0, 0).pair == 0)
        #expect(Int(cn_read_back(0, 1).attributes) == cn_bold | cn_reverse)
        #expect(Int(cn_read_back(0, 2).attributes) == cn_underline)
        #expect(cn_read_back(0, 1).pair > 0)
        #expect(cn_read_back(0, 2).pair > 0)
        #expect(cn_read_back(0, 1).pair != cn_read_back(0, 2).pair)
      }
    }

    @Test(arguments: ["vt100", "xterm-256color"])
    func `without a theme of colours or a terminal of them there are attributes alone`(
      _ term: String
    ) throws {
      try withScreen(term, theme: term == "vt100" ? .light : .mono) { painter in
        painter.present(frame([("r", Style(.red, bold: true, dim: true))]))
        #expect(cn_read_back(0, 0).pair == 0)
        #expect(Int(cn_read_back(0, 0).attributes) == cn_bold | cn_dim)
      }
    }

    @Test func `a colour is not dimmed, as it could not be read, and the terminal's own is`() throws
    {
      try withScreen(theme: .default) { painter in
        painter.present(frame([("m", Style(.muted, dim: true)), ("t", Style(dim: true))]))
        #expect(cn_read_back(0, 0).attributes == 0)
        #expect(Int(cn_read_back(0, 1).attributes) == cn_dim)
      }
    }

    /// 235 on 231, and where there are 8 colours black on white.
    @Test(arguments: [("xterm-256color", Int32(235), Int32(231)), ("xterm-color", 0, 7)])
    func `a theme's ground is behind all, and behind what was never written`(
      _ term: String, _ text: Int32, _ ground: Int32
    ) throws {
      try withScreen(term, theme: .light) { painter in
        painter.present(frame([("t", .plain), ("r", Style(.red, reverse: true))]))
        let pair = Int16(cn_pair(text, ground))
        #expect(pair > 0)
        #expect(cn_read_back(0, 0).pair == pair)
        #expect(cn_read_back(19, 0).pair == pair)
        #expect(cn_read_back(0, 5).pair == pair)
        #expect(cn_read_back(0, 1).pair == Int16(cn_pair(ground == 7 ? 1 : 160, ground)))
      }
    }

    @Test func `only rows that changed are put, and all after an invalidation`() throws {
      try withScreen { painter in
        painter.present(frame([("one", .plain), ("two", .plain)]))
        var mark = cn_cell()
        (mark.text.0, mark.count, mark.width) = (0x23, 1, 1)
        for y in 0..<Int32(2) { cn_put_row(y, [mark], 1) }
        painter.present(frame([("one", .plain), ("three", .plain)]))
        #expect(text(0, 0) == "#")
        #expect(text(0, 1) == "t")
        painter.invalidate()
        painter.present(frame([("one", .plain), ("three", .plain)]))
        #expect(text(0, 0) == "o")
      }
    }

    @Test(arguments: ["dumb", "no-such-terminal", ""])
    func `a terminal that is not known or cannot move its cursor is refused`(_ term: String) {
      #expect(cn_open_headless(term, 80, 24) == cn_unknown_terminal)
    }
  }
}
