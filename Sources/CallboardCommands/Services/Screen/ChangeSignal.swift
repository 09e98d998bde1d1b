import Foundation
import Logging
import NcursesTerminal

/// Who is told that the board changed: the screen where there is a terminal, else whoever prints
/// lines.
enum ChangeSignal {
  case screen(Waker)
  case lines(AsyncStream<Void>, AsyncStream<Void>.Continuation)

  /// `prints`: lines also where there is a terminal.
  init(prints: Bool = false) throws {
    if ScreenSession.hasTerminal, !prints {
      self = .screen(try Waker())
    } else {
      let (stream, continuation) = AsyncStream.makeStream(
        of: Void.self, bufferingPolicy: .bufferingNewest(1))
      self = .lines(stream, continuation)
    }
  }

  var notify: @Sendable () -> Void {
    switch self {
    case .screen(let waker): { waker.wake() }
    case .lines(_, let continuation): { continuation.yield() }
    }
  }

  var isOfLines: Bool { if case .lines = self { true } else { false } }

  /// Beside a screen the log goes to its file, else to stderr.
  func logger(_ file: LogFile) -> Logger {
    switch self {
    case .screen: file.logger
    case .lines: StandardError.logger
    }
  }
}
