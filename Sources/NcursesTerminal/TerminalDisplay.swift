import BoardScreen
import CNcurses
import Glibc

/// A terminal, through ncurses; at most one at a time. Everything on the thread that made it.
package final class TerminalDisplay: ScreenDisplay {
  package private(set) var size: ScreenSize
  private let input: Int32
  private let output: Int32
  private let diagnostics: Int32?
  private let wakePipe: Int32
  private var painter: FramePainter
  private var translation = KeyTranslation()
  private var isOpen = true

  /// Takes the terminal, until ``close()``, and draws in the theme's colours. Meanwhile standard
  /// error, where it is a terminal, goes to the descriptor `diagnostics`, or where that is nil nowhere.
  package convenience init(
    waker: Waker, theme: Theme, diagnostics: Int32? = nil
  ) throws(TerminalError) {
    try self.init(
      input: STDIN_FILENO, output: STDOUT_FILENO, theme: theme, diagnostics: diagnostics)
  }

  /// Takes the terminal of these descriptors; `term` is its name if not that of the environment.
  init(
    input: Int32, output: Int32, term: String? = nil, theme: Theme,
    diagnostics: Int32?
  ) throws(TerminalError) {
    guard isatty(input) == 1, isatty(output) == 1 else { throw .noTerminal }
    wakePipe = cn_open_pipe()
    guard wakePipe >= 0 else { throw .noDescriptors }
    self.input = input
    self.output = output
    self.diagnostics = diagnostics
    cn_guard(output, diagnostics ?? -1)
    // Before newterm, which would put its own handlers where there are none.
    cn_watch_signals()
    let opening = cn_open(term, input, output)
    guard opening == cn_opened else {
      cn_forget_signals()
      cn_restore()
      if opening == cn_no_utf8 { throw .noUTF8 }
      throw .unknownTerminal(term ?? getenv("TERM").map { String(cString: $0) } ?? "")
    }
    painter = FramePainter(theme: theme)
    size = ScreenSize(columns: 80, rows: 24)
    measure()
  }

  /// Gives the terminal back as it was.
  package func close() {
    guard isOpen else { return }
    isOpen = false
    cn_close()
    cn_forget_signals()
    cn_restore()
  }

  deinit { close() }

  package func present(_ frame: Frame) { painter.present(frame) }

  package func invalidate() { painter.invalidate() }

  package func copy(_ text: String) -> Bool {
    guard let sequence = TerminalSequence.copying(text) else { return false }
    send(sequence)
    return true
  }

  package func alert(_ alert: Alert) { send(TerminalSequence.alerting(alert)) }

  /// Between two frames, so that it stands in the middle of none.
  private func send(_ sequence: String) {
    var rest = Array(sequence.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(output, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  package func suspend() {
    cn_leave()
    cn_restore()
    cn_stop_process()
    cn_guard(output, diagnostics ?? -1)
    takeBack()
  }

  package func pause(_ time: Duration) {
    var descriptors = [pollfd(fd: input, events: Int16(POLLIN), revents: 0)]
    _ = poll(&descriptors, 1, Self.milliseconds(time))
  }

  package func inputs(waitingAtMost timeout: Duration) -> [ScreenInput] {
    var descriptors = [
      pollfd(fd: input, events: Int16(POLLIN), revents: 0),
      pollfd(fd: wakePipe, events: Int16(POLLIN), revents: 0),
    ]
    _ = poll(&descriptors, 2, Self.milliseconds(timeout))
    var inputs = heard(cn_hear())
    let state = descriptors[0].revents
    if state & Int16(POLLIN) != 0 { inputs += read() }
    if state & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 { inputs.append(.quit(signal: nil)) }
    return inputs
  }

  /// All that can be read. Where the terminal has input, and none of it can be had, it is gone.
  private func read() -> [ScreenInput] {
    let waiting = waitingBytes()
    var events: [cn_event] = []
    while true {
      let event = cn_next_event()
      if event.kind == cn_none { break }
      events.append(event)
    }
    if waiting <= 0 || events.isEmpty && waitingBytes() >= waiting {
      return [.quit(signal: nil)]
    }
    return translation.inputs(events)
  }

  /// Bytes of input; -1 where the terminal cannot say.
  private func waitingBytes() -> Int32 {
    var count: Int32 = 0
    return ioctl(input, UInt(FIONREAD), &count) == 0 ? count : -1
  }

  /// What signals meant.
  private func heard(_ bits: UInt64) -> [ScreenInput] {
    func has(_ signal: Int32) -> Bool { bits & (1 << UInt64(signal)) != 0 }
    var inputs: [ScreenInput] = []
    if has(SIGCONT) { takeBack() }
    if has(SIGWINCH) || has(SIGCONT) {
      measure()
      inputs.append(.resized(size))
    }
    if has(SIGTSTP) { inputs.append(.key(.control("z"))) }
    for signal in [SIGINT, SIGTERM, SIGHUP] where has(signal) {
      inputs.append(.quit(signal: signal))
    }
    return inputs
  }

  private func takeBack() {
    cn_return()
    measure()
  }

  /// Of a larger window only this part is drawn on.
  private static let largest = ScreenSize(columns: 1_000, rows: 400)

  /// A terminal that does not know its size, as a serial line, keeps the last one.
  private func measure() {
    var window = winsize()
    if ioctl(output, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0 {
      size = ScreenSize(
        columns: min(Int(window.ws_col), Self.largest.columns),
        rows: min(Int(window.ws_row), Self.largest.rows))
    }
    cn_resize(Int32(clamping: size.columns), Int32(clamping: size.rows))
    painter.invalidate()
  }

  /// Rounded up, so that nothing is waited for too short; at most a day.
  private static func milliseconds(_ time: Duration) -> Int32 {
    let (seconds, attoseconds) = min(max(time, .zero), .seconds(86_400)).components
    return Int32(
      clamping: seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }
}
