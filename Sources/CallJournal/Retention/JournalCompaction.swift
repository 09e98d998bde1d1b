import CZlib
import Foundation

/// Compresses days of a journal with gzip, which every reader of a journal reads.
///
/// Safe beside a monitor that writes: the newest day is never touched, and a day is there whole at
/// every moment.
package struct JournalCompaction: Sendable {
  private let folder: JournalFolder

  package init(_ folder: JournalFolder) { self.folder = folder }

  /// The days that can be compressed: those before `today`, but for the newest.
  package func days(before today: String) throws(JournalError) -> [JournalFolder.Day] {
    try folder.days().dropLast().filter { !$0.isCompressed && $0.name < today }
  }

  /// Compresses a day; gives the bytes that it takes now.
  package func compact(_ day: JournalFolder.Day) throws(JournalError) -> Int {
    let lock = try JournalLock.take(folder, name: "compact.lock")
    let final = folder.path + "/" + day.name + ".jsonl.gz"
    let partial = final + ".partial"
    defer { unlink(partial) }
    let sum = try Self.copy(day.path, to: partial)
    guard try Self.checksum(of: partial) == sum else {
      throw .system(path: partial, doing: "verify", reason: "it is not what was written")
    }
    guard lock.isHeld, rename(partial, final) == 0 else { throw .last(final, "make") }
    Self.sync(folder.path)
    guard unlink(day.path) == 0 else { throw .last(day.path, "remove") }
    var status = stat()
    guard stat(final, &status) == 0 else { throw .last(final, "look at") }
    return Int(status.st_size)
  }

  /// Gives the checksum of what was copied.
  private static func copy(_ source: String, to path: String) throws(JournalError) -> UInt {
    unlink(path)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .last(path, "make") }
    var owner = stat()
    guard stat(source, &owner) == 0, fchown(descriptor, owner.st_uid, owner.st_gid) == 0 else {
      close(descriptor)
      throw .last(path, "give its owner to")
    }
    guard let file = gzdopen(descriptor, "wb6") else {
      close(descriptor)
      throw .last(path, "write to")
    }
    var isWritten = true
    let sum: UInt
    do {
      sum = try read(source) { chunk in
        let count = UInt32(chunk.count)
        isWritten = isWritten && (count == 0 || gzwrite(file, chunk.baseAddress, count) > 0)
      }
    } catch {
      gzclose(file)
      throw error
    }
    guard gzclose(file) == Z_OK, isWritten else { throw .last(path, "write to") }
    sync(path)
    return sum
  }

  private static func checksum(of path: String) throws(JournalError) -> UInt {
    try read(path) { _ in }
  }

  /// Reads a file, compressed or not, to its end, and gives its checksum.
  private static func read(
    _ path: String, _ body: (UnsafeRawBufferPointer) -> Void
  ) throws(JournalError) -> UInt {
    var input = try JournalInput(path: path)
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    var sum: UInt = 0
    do throws(JournalInput.Fault) {
      while true {
        let count = try input.read(into: &buffer, at: 0..<buffer.count)
        guard count > 0 else { return sum }
        buffer.withUnsafeBytes { bytes in
          let chunk = UnsafeRawBufferPointer(rebasing: bytes[..<count])
          sum = crc32(sum, chunk.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt32(count))
          body(chunk)
        }
      }
    } catch {
      throw .system(path: path, doing: "read", reason: error.reason)
    }
  }

  private static func sync(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
