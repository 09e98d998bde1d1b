import ArgumentParser
import Foundation
import MonitorHTTP
import Monitoring

/// What cannot be done, told in one line; the exit codes are those of sysexits.h.
enum Failure {
  /// The error to end with: wrong use stays what it is, all else has been told on stderr.
  static func exit(_ error: any Error) -> any Error {
    switch error {
    case ListenerError.unprotected(let message): return ValidationError(message)
    case let error as ListenerError: return tell(error.description, code: 69)
    case JournalError.newer(let path, let line, let format):
      let error = JournalError.newer(path: path, line: line, format: format)
      return tell(error.description, code: 65)
    case let error as JournalError: return tell(error.description, code: 69)
    default: return error
    }
  }

  private static func tell(_ message: String, code: Int32) -> ExitCode {
    FileHandle.standardError.write(Data("callboard: \(message)\n".utf8))
    return ExitCode(code)
  }
}
