/// Comparing bytes with ASCII words without making strings of them.
extension Span where Element == UInt8 {
  func equals(_ word: StaticString) -> Bool {
    count == word.utf8CodeUnitCount && starts(with: word)
  }

  func starts(with word: StaticString) -> Bool {
    guard count >= word.utf8CodeUnitCount else { return false }
    for index in 0..<word.utf8CodeUnitCount where self[index] != word.utf8Start[index] {
      return false
    }
    return true
  }

  /// `word` is in lower case.
  func equalsIgnoringCase(_ word: StaticString) -> Bool {
    guard count == word.utf8CodeUnitCount else { return false }
    for index in 0..<count where self[index].asciiLowercase != word.utf8Start[index] {
      return false
    }
    return true
  }

  /// The part without spaces and tabs at its ends.
  var trimmedRange: Range<Int> {
    var start = 0
    var end = count
    while start < end, self[start].isBlank { start += 1 }
    while end > start, self[end - 1].isBlank { end -= 1 }
    return start..<end
  }

  /// The part without blanks and line breaks at its end.
  var trimmedLineRange: Range<Int> {
    var end = count
    while end > 0, self[end - 1].isBlank || self[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return 0..<end
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

  /// The position of `byte` at or after `start`.
  func firstIndex(of byte: UInt8, from start: Int = 0) -> Int? {
    for index in stride(from: start, to: count, by: 1) where self[index] == byte { return index }
    return nil
  }

  /// The bytes as text; what is not UTF-8 becomes U+FFFD.
  var repairedText: String {
    withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}

extension [UInt8] {
  mutating func append(_ span: Span<UInt8>) {
    span.withUnsafeBufferPointer { append(contentsOf: $0) }
  }
}

extension UInt8 {
  var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

  var asciiLowercase: UInt8 {
    self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") ? self | 0x20 : self
  }

  var asciiUppercase: UInt8 {
    self >= UInt8(ascii: "a") && self <= UInt8(ascii: "z") ? self & 0xDF : self
  }

  /// The value of a decimal digit.
  var decimalValue: Int? {
    self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") ? Int(self - UInt8(ascii: "0")) : nil
  }

  /// The value of a hexadecimal digit.
  var hexValue: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
