import BoardScreen
import CNcurses
import Glibc
import Testing

@testable import NcursesTerminal

extension TerminalTests {
  struct TerminalDisplayTests {
    private func display(_ device: Int32) throws(TerminalError) -> TerminalDisplay {
      try TerminalDisplay(
        input: device, output: device, term: "xterm-256color", theme: .mono, diagnostics: nil)
    }

    @Test func `the terminal is as it was after closing, and closing twice is once`() throws {
      let terminal = try PseudoTerminal(columns: 60, rows: 10)
      let before = terminal.modes
      let display = try display(terminal.device)
      display.present(Frame(display.size))
      #expect(terminal.modes != before)
      #expect(terminal.output().contains("\u{1B}[?1049h"))
      display.close()
      #expect(terminal.modes == before)
      let farewell = terminal.output()
      #expect(farewell.contains("\u{1B}[?1049l"))
      #expect(farewell.contains("\u{1B}[?1006;1000l"))
      display.close()
      #expect(terminal.output() == "")
    }

    @Test func `a frame reaches the terminal, and an equal one writes nothing`() throws {
      let terminal = try PseudoTerminal(columns: 60, rows: 10)
      let display = try display(terminal.device)
      defer { display.close() }
      var frame = Frame(display.size)
      frame.write("ringing 日本", x: 3, y: 4)
      display.present(frame)
      #expect(terminal.output().contains("ringing 日本"))
      display.present(frame)
      #expect(terminal.output() == "")
    }

    @Test func `keys, clicks and characters come in their order`() throws {
      let terminal = try PseudoTerminal(columns: 60, rows: 10)
      let display = try display(terminal.device)
      defer { display.close() }
      terminal.type("j\u{1B}OA\u{1B}[<0;2;3M\u{1B}[<0;2;3m\u{1B}[<65;2;3M日\u{1A}\u{3}")
      var inputs: [ScreenInput] = []
      while inputs.count < 7 {
        let more = display.inputs(waitingAtMost: .seconds(5))
        if more.isEmpty { break }
        inputs += more
      }
      #expect(
        inputs == [
          .key(.character("j")), .key(.up), .click(x: 1, y: 2), .wheel(lines: 3, x: 1, y: 2),
          .key(.character("日")), .key(.control("z")), .quit(signal: SIGINT),
        ])
      #expect(display.inputs(waitingAtMost: .zero).isEmpty)
    }

    @Test(arguments: ["xterm-256color", "screen", "linux", "vt100"])
    func `Ctrl-Z is a key on every terminal`(_ term: String) throws {
      let terminal = try PseudoTerminal(columns: 60, rows: 10)
      let device = terminal.device
      let display = try TerminalDisplay(
        input: device, output: device, term: term, theme: .mono, diagnostics: nil)
      defer { display.close() }
      terminal.type("\u{1A}")
      #expect(display.inputs(waitingAtMost: .seconds(5)) == [.key(.control("z"))])
    }

    @Test func `a resize comes with the new size, which the next frame fills`() throws {
      let terminal = try PseudoTerminal(columns: 60, rows: 10)
      let display = try display(terminal.device)
      defer { display.close() }
      #expect(display.size == ScreenSize(columns: 60, rows: 10))
      display.present(Frame(display.size))
      terminal.resize(columns: 90, rows: 20)
      kill(getpid(), SIGWINCH)
      let size = ScreenSize(columns: 90, rows: 20)
      #expect(display.inputs(waitingAtMost: .seconds(5)) == [.resized(size)])
      #expect(display.size == size)
      _ = terminal.output()
      var frame = Frame(size)
      frame.write("far", x: 85, y: 19)
      display.present(frame)
      #expect(terminal.output().contains("\u{1B}[20;86Hfar"))
    }

    @Test func `of a window beyond all measure a part is drawn, and all of it once it is usual`()
      throws
    {
      let terminal = try PseudoTerminal(columns: 65_535, rows: 65_535)
      let display = try display(terminal.device)
      defer { display.close() }
      let largest = ScreenSize(columns: 1_000, rows: 400)
      #expect(display.size == largest)
      for usual in [ScreenSize(columns: 80, rows: 24), ScreenSize(columns: 120, rows: 36)] {
        terminal.resize(columns: 65_535, rows: 65_535)
        kill(getpid(), SIGWINCH)
        #expect(display.inputs(waitingAtMost: .seconds(5)) == [.resized(largest)])
        terminal.resize(columns: UInt16(usual.columns), rows: UInt16(usual.rows))
        kill(getpid(), SIGWINCH)
        #expect(display.inputs(waitingAtMost: .seconds(5)) == [.resized(usual)])
        _ = terminal.output()
        var frame = Frame(usual)
        frame.write("corner", x: usual.columns - 7, y: usual.rows - 1)
        display.present(frame)
        #expect(terminal.output().contains("corner"))
      }
    }

    @Test func `COLUMNS and LINES say nothing about the terminal`() throws {
      setenv("COLUMNS", "99999", 1)
      setenv("LINES", "99999", 1)
      defer {
        unsetenv("COLUMNS")
        unsetenv("LINES")
      }
      let terminal = try PseudoTerminal(columns: 60, rows: 10)
      let display = try display(terminal.device)
      defer { display.close() }
      #expect(display.size == ScreenSize(columns: 60, rows: 10))
    }

    @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
    func `a signal to end comes out as the request to quit`(_ signal: Int32) throws {
      let terminal = try PseudoTerminal(columns: 60, rows: 10)
      let display = try display(terminal.device)
      defer { display.close() }
      kill(getpid(), signal)
      #expect(display.inputs(waitingAtMost: .seconds(5)) == [.quit(signal: signal)])
    }

    @Test func `a terminal that is gone means quit`() throws {
      let device: Int32
      let display: TerminalDisplay
      do {
        let terminal = try PseudoTerminal(columns: 60, rows: 10)
        device = dup(terminal.device)
        display = try self.display(device)
      }
      defer { close(device) }
      #expect(display.inputs(waitingAtMost: .seconds(5)).contains(.quit(signal: nil)))
      display.close()
    }

    @Test func `what is no terminal, or an unknown one, is refused in clear words`() throws {
      var ends: [Int32] = [0, 0]
      #expect(pipe(&ends) == 0)
      #expect(throws: TerminalError.noTerminal) { try display(ends[0]) }
      let terminal = try PseudoTerminal(columns: 60, rows: 10)
      let before = terminal.modes
      let device = terminal.device
      #expect(throws: TerminalError.unknownTerminal("odd")) {
        try TerminalDisplay(
          input: device, output: device, term: "odd", theme: .mono, diagnostics: nil)
      }
      #expect(terminal.modes == before)
      #expect(terminal.output() == "")
      ends.forEach { close($0) }
    }
  }
}
