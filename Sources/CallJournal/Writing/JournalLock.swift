import Foundation

/// Keeps other processes from writing into a journal, for as long as this one lives.
struct JournalLock: ~Copyable {
  private let path: String
  private let descriptor: Int32

  private init(path: String, descriptor: Int32) {
    self.path = path
    self.descriptor = descriptor
  }

  static func take(
    _ folder: JournalFolder, name: String = "lock"
  ) throws(JournalError) -> JournalLock {
    let path = folder.path + "/" + name
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .last(path, "open") }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let holder = try? String(contentsOfFile: path, encoding: .utf8)
      close(descriptor)
      let process = holder?.trimmingCharacters(in: .whitespacesAndNewlines)
      throw .inUse(folder: folder.path, process: process.flatMap { $0.isEmpty ? nil : $0 })
    }
    let process = Array("\(getpid())\n".utf8)
    ftruncate(descriptor, 0)
    _ = process.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    return JournalLock(path: path, descriptor: descriptor)
  }

  /// False once its file was removed or exchanged: another process may have locked the new one.
  var isHeld: Bool {
    var (named, opened) = (stat(), stat())
    return stat(path, &named) == 0 && fstat(descriptor, &opened) == 0
      && named.st_ino == opened.st_ino && named.st_dev == opened.st_dev
  }

  deinit { close(descriptor) }
}
