/// Bytes from which one level of escapes is taken after another, and where each byte stood at first.
///
/// Knows no format: a level is every `%41` and every JSON escape in it, whatever is around them.
struct UnescapedBytes {
  private(set) var bytes: [UInt8]
  /// Of each byte, where its escape began in the first bytes; one more for their end.
  private var starts: [Int32]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    starts = Array(0...Int32(clamping: bytes.count))
  }

  /// What some of the bytes, at least one, were made of.
  func source(of range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    // A scalar of several bytes is one escape.
    while end < bytes.count, starts[end] == starts[end - 1] { end += 1 }
    return Int(starts[range.lowerBound])..<Int(starts[end])
  }

  /// Takes one level of escapes off. False where there are none.
  ///
  /// Short ones (`\n`) are taken off for bytes of `wanted` only: what follows a backslash is a letter
  /// in other formats.
  mutating func unescape(_ kinds: ByteEscape.Kinds, wanted: ByteSet) -> Bool {
    let count = bytes.count
    let left = bytes.withUnsafeMutableBufferPointer { bytes in
      starts.withUnsafeMutableBufferPointer { starts in
        var (read, write) = (0, 0)
        while read < count {
          let escape = ByteEscape(at: read, in: UnsafeBufferPointer(bytes), kinds)
          let end = read + (escape?.length ?? 1)
          if let escape, !escape.isShort || escape.isOf(wanted) {
            for index in 0..<escape.count {
              (bytes[write], starts[write]) = (escape.bytes[index], starts[read])
              write += 1
            }
            read = end
          }
          while read < end {
            (bytes[write], starts[write]) = (bytes[read], starts[read])
            (read, write) = (read + 1, write + 1)
          }
        }
        starts[write] = starts[count]
        return write
      }
    }
    bytes.removeLast(count - left)
    starts.removeLast(count - left)
    return left < count
  }
}

/// A set of bytes, asked for each byte of a text.
struct ByteSet: Sendable {
  private var isIn = [Bool](repeating: false, count: 256)

  init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { isIn[Int(byte)] = true }
  }

  func contains(_ byte: UInt8) -> Bool { isIn[Int(byte)] }
}
