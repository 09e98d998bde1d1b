import Foundation

/// Keeps other processes from writing into a journal, for as long as this one lives.
struct JournalLock: ~Copyable {
  private let descriptor: Int32

  private init(descriptor: Int32) { self.descriptor = descriptor }

  static func take(_ folder: JournalFolder) throws(JournalError) -> JournalLock {
    let path = folder.path + "/lock"
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
    return JournalLock(descriptor: descriptor)
  }

  deinit { close(descriptor) }
}
