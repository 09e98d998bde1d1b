import Foundation

/// The file of a day that is being written, at whose end nothing ever stands but whole lines.
struct JournalFile: ~Copyable {
  let day: String
  private let path: String
  private let descriptor: Int32
  /// The bytes that are kept for sure; what follows them may be the rest of a failed write.
  private(set) var size: Int
  private var hasExcess = false

  private init(day: String, path: String, descriptor: Int32) {
    self.day = day
    self.path = path
    self.descriptor = descriptor
    size = Int(lseek(descriptor, 0, SEEK_END))
  }

  /// Opens the file of a day, or makes it; `cut` bytes of a line that was not written to its end
  /// are taken away.
  static func open(
    _ folder: JournalFolder, day: String, cut: inout Int
  ) throws(JournalError) -> JournalFile {
    let path = folder.path(of: day)
    let descriptor = try RegularFile.open(path, O_RDWR | O_CREAT | O_APPEND, mode: 0o600)
    fchmod(descriptor, 0o600)
    var file = JournalFile(day: day, path: path, descriptor: descriptor)
    cut = try file.repairEnd()
    syncFolder(folder.path)
    return file
  }

  deinit { close(descriptor) }

  /// Without this a new file's name may be lost with the power, and all that is in it.
  static func syncFolder(_ path: String) {
    let folder = Foundation.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }

  /// Puts the line feed behind a last line that lacks nothing else; cuts off any other.
  private mutating func repairEnd() throws(JournalError) -> Int {
    let end = try lastBytes()
    let feed = end.lastIndex(of: 0x0A)
    let torn = end[(feed.map { $0 + 1 } ?? 0)...]
    guard !torn.isEmpty else { return 0 }
    do throws(JournalLineError) {
      _ = try JournalEntry(line: torn)
      try? append([0x0A], syncing: true)
      return 0
    } catch {
      if case .newer(let format) = error { throw .newer(path: path, line: 1, format: format) }
    }
    size -= torn.count
    hasExcess = true
    try removeExcess()
    return feed == nil ? torn.count + (try repairEnd()) : torn.count
  }

  /// As much of the end as a line may take.
  private func lastBytes() throws(JournalError) -> [UInt8] {
    var end = [UInt8](repeating: 0, count: min(size, LineReader.maximumLine))
    let start = off_t(size - end.count)
    let count = end.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, start) }
    guard count == end.count else { throw .last(path, "read") }
    return end
  }

  /// The sequence of the last entry near the end; nil where none can be read there.
  func lastSequence() throws(JournalError) -> UInt64? {
    let lines = try lastBytes().split(separator: 0x0A)
    return lines.reversed().lazy.compactMap { try? JournalEntry(line: $0).sequence }.first
  }

  /// True while it is the file of its name, and nobody else has written to it.
  var isOurs: Bool {
    var (named, opened) = (stat(), stat())
    guard stat(path, &named) == 0, fstat(descriptor, &opened) == 0 else { return false }
    return named.st_ino == opened.st_ino && named.st_dev == opened.st_dev
      && (hasExcess || Int(opened.st_size) == size)
  }

  /// Takes away what was not kept.
  mutating func settle() throws(JournalError) { try removeExcess() }

  /// Writes whole lines: all of them are kept afterwards, or none.
  mutating func append(_ lines: [UInt8], syncing: Bool) throws(JournalError) {
    try removeExcess()
    hasExcess = true
    var written = 0
    while written < lines.count {
      let count = lines.withUnsafeBytes {
        $0.baseAddress.map { write(descriptor, $0 + written, lines.count - written) } ?? 0
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw failure("write to")
      }
      written += count
    }
    if syncing, fdatasync(descriptor) != 0 { throw failure("sync") }
    size += lines.count
    hasExcess = false
  }

  /// Whether there is room again: writes some bytes that mean nothing, and takes them away.
  mutating func probe() throws(JournalError) {
    let end = size
    try append([UInt8](repeating: 0x20, count: 4_096), syncing: true)
    size = end
    hasExcess = true
    try removeExcess()
  }

  /// What failed, with the file brought back to its last whole line where that can be done now.
  private mutating func failure(_ doing: String) -> JournalError {
    let error = JournalError.last(path, doing)
    try? removeExcess()
    return error
  }

  private mutating func removeExcess() throws(JournalError) {
    guard hasExcess else { return }
    guard ftruncate(descriptor, off_t(size)) == 0 else { throw .last(path, "shorten") }
    hasExcess = false
  }
}
