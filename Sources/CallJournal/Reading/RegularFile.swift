import Foundation

/// Opening a file that must be one: no FIFO that waits for a writer, no device that never ends.
package enum RegularFile {
  /// Opens it, without waiting; a link is followed.
  ///
  /// - Throws: what else it is, or the system's error.
  static func open(
    _ path: String, _ flags: Int32, mode: mode_t = 0
  ) throws(JournalError) -> Int32 {
    // A folder cannot be opened for writing, which says less than what it is.
    if let kind = kind(of: path), kind != S_IFREG { throw refusal(path, kind) }
    let descriptor = Foundation.open(path, flags | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw .last(path, "open") }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      close(descriptor)
      throw .last(path, "look at")
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw refusal(path, status.st_mode & S_IFMT)
    }
    return descriptor
  }

  /// What is wrong with a file that stands under its name; nil for a regular one, and for one that is
  /// not there.
  package static func fault(at path: String) -> JournalError? {
    var link = stat()
    guard lstat(path, &link) == 0 else { return nil }
    let kind = kind(of: path)
    return kind == S_IFREG ? nil : refusal(path, kind)
  }

  /// Nil for a file that is not there.
  private static func kind(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  private static func refusal(_ path: String, _ kind: mode_t?) -> JournalError {
    let word =
      switch kind {
      case S_IFIFO: "a FIFO"
      case S_IFDIR: "a folder"
      case S_IFCHR, S_IFBLK: "a device"
      case S_IFSOCK: "a socket"
      case nil: "a link to nothing"
      default: "something else"
      }
    return .notAFile(path: path, kind: word)
  }
}
