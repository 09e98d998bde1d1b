import ArgumentParser
import BoardClient
import CallJournal
import Foundation
import MonitorHTTP
import Monitoring
import NcursesTerminal

/// What cannot be done, told in one line; the exit codes are those of sysexits.h.
enum Failure {
  /// The error to end with: wrong use stays what it is, all else has been told on stderr.
  static func exit(_ error: any Error) -> any Error {
    switch error {
    case ListenerError.unprotected(let message): return ValidationError(message)
    case let error as ListenerError: return tell(error.description, code: 69)
    case let error as JournalError:
      if case .newer = error { return tell(error.description, code: 65) }
      return tell(error.description, code: 69)
    case let error as ListenerClientError: return exit(error)
    case let error as TerminalError:
      return tell(error.description, code: StandardOutput.unwritten)
    case AgentFinder.Fault.nobody(let text):
      return tell(AgentFinder.Fault.nobody(text).description, code: 66)
    case let error as AgentFinder.Fault: return ValidationError("\(error)")
    default: return error
    }
  }

  private static func exit(_ error: ListenerClientError) -> any Error {
    switch error {
    case .badURL: ValidationError("\(error)")
    case .unreachable, .insecure: tell("\(error)", code: 69)
    case .strange: tell("\(error)", code: 76)
    case .unauthorized: tell("\(error)", code: 77)
    case .refused(403, _): tell("\(error)", code: 77)
    case .refused(404, _): tell("\(error)", code: 66)
    case .refused(503, _): tell("\(error)", code: 69)
    case .refused: ValidationError("\(error)")
    }
  }

  /// The exit code of a faulty configuration file.
  static let configuration: Int32 = 78

  static func exiting<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch {
      throw exit(error)
    }
  }

  static func tell(_ message: String, code: Int32) -> ExitCode {
    say(message)
    return ExitCode(code)
  }

  static func say(_ message: String) {
    StandardError.write("callboard: \(message)\n")
  }
}
