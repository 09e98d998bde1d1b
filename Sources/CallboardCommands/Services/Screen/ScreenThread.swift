import BoardScreen
import Foundation
import LiveBoard
import NcursesTerminal

/// Runs the screen's loop on a thread of its own: it blocks, and ncurses wants one thread.
struct ScreenThread {
  let source: BoardPages
  let settings: ScreenSettings
  /// The terminal's colours, which may be fewer than those of the settings.
  let theme: Theme
  let services: ScreenFiles
  let preferences: ScreenPreferences
  let waker: Waker
  /// Where standard error goes meanwhile; nil for nowhere.
  let diagnostics: Int32?

  /// The signal that asked it to end, or nil when the person quit.
  func run() async -> Result<Int32?, TerminalError> {
    await withCheckedContinuation { continuation in
      let thread = Thread { continuation.resume(returning: loop()) }
      thread.name = "screen"
      thread.stackSize = 2 << 20
      thread.start()
    }
  }

  private func loop() -> Result<Int32?, TerminalError> {
    do throws(TerminalError) {
      let display = try TerminalDisplay(
        waker: waker, theme: theme, diagnostics: diagnostics)
      defer { display.close() }
      return .success(
        ScreenLoop(
          source: source, display: display, services: services, settings: settings,
          preferences: preferences
        ).run())
    } catch {
      return .failure(error)
    }
  }
}
