import Foundation

/// Why a journal cannot be used.
package enum JournalError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Another process keeps it, with this number where it is known.
  case inUse(folder: String, process: String?)
  /// The system refused something to do with a file.
  case system(path: String, doing: String, reason: String)
  /// What stands under the name of a day is no regular file; `kind` says what it is.
  case notAFile(path: String, kind: String)
  /// A later version of the program wrote it.
  case newer(path: String, line: Int, format: Int)
  /// More waits to be written than memory should hold.
  case overloaded
  /// The program is about to end.
  case closed

  /// The system's last error, as it is after a failed call.
  static func last(_ path: String, _ doing: String) -> JournalError {
    .system(path: path, doing: doing, reason: String(cString: strerror(errno)))
  }

  /// The reason first: for places where the rest may be cut off.
  package var headline: String {
    guard case .system(let path, let doing, let reason) = self else { return description }
    return "\(reason) (cannot \(doing) \(path))"
  }

  /// What is wrong, and what to do.
  package var description: String {
    switch self {
    case .inUse(let folder, let process):
      "\(folder) is kept by another callboard" + (process.map { " (process \($0))" } ?? "")
        + "; stop that one, choose another folder with --data, or keep nothing with --ephemeral"
    case .notAFile(let path, let kind):
      "\(path) is \(kind), not a regular file: take it out of the folder, or name another one"
    case .system(let path, let doing, let reason): "cannot \(doing) \(path): \(reason)"
    case .newer(let path, let line, let format):
      "\(path), line \(line): written by a newer callboard (format \(format), this one knows "
        + "\(JournalEntry.format)); update callboard, or choose another folder with --data"
    case .overloaded: "the disk is too slow: too much waits to be written"
    case .closed: "callboard is stopping"
    }
  }
}
