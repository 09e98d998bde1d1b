/// Comparing bytes with ASCII words without making strings of them.
extension Span where Element == UInt8 {
  func equals(_ word: StaticString) -> Bool {
    count == word.utf8CodeUnitCount && starts(with: word)
  }

  func starts(with word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard count >= length else { return false }
    let letters = word.utf8Start
    return withUnsafeBufferPointer { bytes in
      for index in 0..<length where bytes[index] != letters[index] { return false }
      return true
    }
  }

  /// `word` is in lower case.
  func equalsIgnoringCase(_ word: StaticString) -> Bool {
    guard count == word.utf8CodeUnitCount else { return false }
    let letters = word.utf8Start
    return withUnsafeBufferPointer { bytes in
      for index in bytes.indices where bytes[index].asciiLowercase != letters[index] {
        return false
      }
      return true
    }
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

  /// The position of `byte` at or after `start`.
  func firstIndex(of byte: UInt8, from start: Int = 0) -> Int? {
    for index in stride(from: start, to: count, by: 1) where self[index] == byte { return index }
    return nil
  }

  /// The text of other bytes, each made of one of these; what is not UTF-8 becomes U+FFFD.
  func mapped(_ transform: (UInt8) -> UInt8) -> String {
    String(unsafeUninitializedCapacity: count) { text in
      for place in 0..<count { text[place] = transform(self[place]) }
      return count
    }
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
