import CZlib
import Foundation

/// Reads a file, gzipped or not, line by line, without ever holding much of it.
struct LineReader: ~Copyable {
  /// What came next.
  enum Line {
    /// Without its line feed.
    case whole(ArraySlice<UInt8>)
    /// The file ends without a line feed behind it.
    case unfinished(ArraySlice<UInt8>)
    /// Longer than any line that was written.
    case tooLong
    /// From here on the file cannot be read.
    case unreadable(String)
  }

  /// A body of 64 KiB, each byte of it escaped, and the rest of a line.
  static let maximumLine = 1 << 20
  private static let step = 1 << 18

  private let file: gzFile
  private var buffer: [UInt8] = []
  private var start = 0
  /// What lies behind is of no worth.
  private var end = 0
  /// No line feed lies in `buffer[start..<searched]`.
  private var searched = 0
  private var isSkipping = false
  private var hasEnded = false

  /// Begins at `position`, a place where a line begins.
  init(path: String, at position: Int = 0) throws(JournalError) {
    guard let file = gzopen(path, "rb") else { throw .last(path, "open") }
    gzbuffer(file, UInt32(Self.step))
    gzseek(file, position, SEEK_SET)
    self.file = file
  }

  deinit { gzclose(file) }

  /// Bytes of the file that have been read, of the compressed ones where it is compressed. Mutating
  /// only so that it can be asked through an optional.
  mutating func offset() -> Int { max(Int(gzoffset(file)), 0) }

  /// Where the next line begins, in what a compressed file holds.
  mutating func position() -> Int { Int(gztell(file)) - (end - start) }

  /// Nil at the end.
  mutating func next() -> Line? {
    while true {
      if let feed = lineFeed() {
        let line = buffer[start..<feed]
        start = feed + 1
        searched = start
        if !isSkipping { return .whole(line) }
        isSkipping = false
        continue
      }
      if hasEnded { return rest() }
      if end - start > Self.maximumLine {
        start = end
        defer { isSkipping = true }
        if !isSkipping { return .tooLong }
      }
      if let problem = fill() { return .unreadable(problem) }
    }
  }

  private mutating func rest() -> Line? {
    let rest = buffer[start..<end]
    start = end
    return rest.isEmpty || isSkipping ? nil : .unfinished(rest)
  }

  private mutating func lineFeed() -> Int? {
    let (from, end) = (searched, end)
    let found: Int? = buffer.withUnsafeBytes { bytes -> Int? in
      guard let base = bytes.baseAddress, from < end,
        let place = memchr(base + from, 0x0A, end - from)
      else { return nil }
      return UnsafeRawPointer(place) - base
    }
    searched = found ?? end
    return found
  }

  /// Reads on; what is wrong where it cannot.
  private mutating func fill() -> String? {
    makeRoom()
    let end = end
    let count = buffer.withUnsafeMutableBytes {
      Int(gzread(file, $0.baseAddress.map { $0 + end }, UInt32(Self.step)))
    }
    self.end += max(count, 0)
    guard count < Self.step else { return nil }
    hasEnded = true
    var code: Int32 = 0
    let words = gzerror(file, &code).map { String(cString: $0) }
    return code == Z_OK || code == Z_STREAM_END ? nil : words ?? "it cannot be decompressed"
  }

  /// Moves what is left to the start, and sees to it that a step has room behind it.
  private mutating func makeRoom() {
    let (start, count) = (start, end - start)
    if buffer.count - count < Self.step {
      var larger = [UInt8](repeating: 0, count: 2 * (count + Self.step))
      larger.replaceSubrange(0..<count, with: buffer[start..<end])
      buffer = larger
    } else {
      buffer.withUnsafeMutableBytes { bytes in
        guard let base = bytes.baseAddress else { return }
        memmove(base, base + start, count)
      }
    }
    (self.start, searched, end) = (0, count, count)
  }
}
