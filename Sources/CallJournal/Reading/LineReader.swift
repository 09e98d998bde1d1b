import Foundation

/// Reads a file, gzipped or not, line by line, without ever holding much of it.
struct LineReader: ~Copyable {
  /// What came next.
  enum Line {
    /// Without its line feed.
    case whole(ArraySlice<UInt8>)
    /// A number of lines with nothing in them.
    case empty(Int)
    /// The file ends without a line feed behind it.
    case unfinished(ArraySlice<UInt8>)
    /// Longer than any line that was written.
    case tooLong
    /// From here on the file cannot be read.
    case unreadable(String)
  }

  /// The largest body, each byte of it escaped, and the rest of a line.
  static let maximumLine = 8 << 20
  private static let step = 1 << 18

  private var input: JournalInput
  private var buffer: [UInt8] = []
  private var start = 0
  /// The end of what was read; bytes behind it are left from earlier.
  private var end = 0
  /// No line feed lies in `buffer[start..<searched]`.
  private var searched = 0
  private var isSkipping = false
  private var hasEnded = false

  /// What has been read, in what a compressed file holds.
  private var taken: Int

  /// Begins at `position`, a place where a line begins.
  init(path: String, at position: Int = 0) throws(JournalError) {
    input = try Self.input(path, at: position)
    taken = position
  }

  private static func input(_ path: String, at position: Int) throws(JournalError) -> JournalInput {
    var input = try JournalInput(path: path)
    do throws(JournalInput.Fault) {
      try input.skip(to: position)
    } catch {
      throw .system(path: path, doing: "read", reason: error.reason)
    }
    return input
  }

  /// Bytes of the file that have been read, of the compressed ones where it is compressed. Mutating
  /// only so that it can be asked through an optional.
  mutating func offset() -> Int { input.offset }

  /// Where the next line begins, in what a compressed file holds.
  mutating func position() -> Int { taken - (end - start) }

  /// Nil at the end.
  mutating func next() -> Line? {
    while true {
      if !isSkipping, let count = takeEmptyLines() { return .empty(count) }
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

  /// Goes over the empty lines that come next; nil where the next line is none.
  private mutating func takeEmptyLines() -> Int? {
    guard start < end, buffer[start] == 0x0A else { return nil }
    let (from, end) = (start, end)
    start = buffer.withUnsafeBytes { bytes in
      var place = from
      while place < end, bytes[place] == 0x0A { place += 1 }
      return place
    }
    searched = max(searched, start)
    return start - from
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
    do throws(JournalInput.Fault) {
      let count = try input.read(into: &buffer, at: end..<(end + Self.step))
      end += count
      taken += count
      hasEnded = count == 0
      return nil
    } catch {
      hasEnded = true
      return error.reason
    }
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
