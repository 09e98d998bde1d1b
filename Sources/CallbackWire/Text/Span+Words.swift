/// Looking at eight bytes at a time.
extension Span where Element == UInt8 {
  /// True where no byte is outside ASCII.
  var isASCII: Bool {
    withUnsafeBufferPointer { bytes in
      var all: UInt8 = 0
      for byte in bytes { all |= byte }
      return all < 0x80
    }
  }

  var isPrintableASCII: Bool {
    withUnsafeBytes { bytes in
      var place = 0
      while place + 8 <= bytes.count {
        let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        guard Self.arePrintable(word) else { return false }
        place += 8
      }
      while place < bytes.count {
        guard bytes[place] >= 0x20, bytes[place] <= 0x7E else { return false }
        place += 1
      }
      return true
    }
  }

  /// Looks at eight bytes at a time: at their highest bits, at what is below a blank, and at DEL.
  private static func arePrintable(_ word: UInt64) -> Bool {
    let highest: UInt64 = 0x8080_8080_8080_8080
    let below = (word &- 0x2020_2020_2020_2020) & ~word
    let delete = word ^ 0x7F7F_7F7F_7F7F_7F7F
    return (word | below | ((delete &- 0x0101_0101_0101_0101) & ~delete)) & highest == 0
  }

  /// Where a JSON string cannot go on as it stands, at or after `start`: at a double quote, a
  /// backslash, a control character, or the end.
  func firstStringEnd(from start: Int) -> Int {
    withUnsafeBytes { bytes in
      var place = start
      while place + 8 <= bytes.count {
        let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian
        let marks = Self.stringEnds(word)
        if marks != 0 { return place + marks.trailingZeroBitCount / 8 }
        place += 8
      }
      while place < bytes.count {
        let byte = bytes[place]
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { break }
        place += 1
      }
      return place
    }
  }

  /// The highest bit of each byte that ends a string. Those above the first one may be wrong.
  private static func stringEnds(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quote = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
    let backslash = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
    let control = (word &- (ones &* 0x20)) & ~word
    let found = ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash) | control
    return found & (ones &* 0x80)
  }
}

/// What a value looks like, found out once for all that ask.
struct ValueTraits {
  /// It is printable ASCII.
  let isPrintable: Bool
  /// It is one of the spellings of "not known".
  let isUnknown: Bool

  init(_ value: Span<UInt8>) {
    isPrintable = value.isPrintableASCII
    isUnknown = TextCleaning.isUnknown(value)
  }
}
