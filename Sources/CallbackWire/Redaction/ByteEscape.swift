/// One escape of a URL or of JSON: `%41`, `\u0041`, `\ud83d\ude00`, `\/`.
struct ByteEscape {
  /// Where escapes are from.
  struct Kinds: OptionSet {
    let rawValue: UInt8

    static let percent = Kinds(rawValue: 1)
    static let backslash = Kinds(rawValue: 2)
  }

  /// In bytes.
  let length: Int
  /// What it stands for, in the first ``count`` of these.
  let bytes: SIMD4<UInt8>
  let count: Int

  /// True for a backslash and one character.
  var isShort: Bool { length == 2 }

  private init(_ byte: UInt8, length: Int) {
    (self.length, bytes, count) = (length, SIMD4(byte, 0, 0, 0), 1)
  }

  private init(_ scalar: Unicode.Scalar, length: Int) {
    var (bytes, count) = (SIMD4<UInt8>(), 0)
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
      bytes[count] = byte
      count += 1
    }
    (self.length, self.bytes, self.count) = (length, bytes, count)
  }

  /// Nil where none begins at `place`.
  init?(at place: Int, in bytes: UnsafeBufferPointer<UInt8>, _ kinds: Kinds) {
    switch bytes[place] {
    case UInt8(ascii: "%") where kinds.contains(.percent):
      guard place + 2 < bytes.count, let high = bytes[place + 1].hexValue,
        let low = bytes[place + 2].hexValue
      else { return nil }
      self.init(high << 4 | low, length: 3)
    case UInt8(ascii: "\\") where kinds.contains(.backslash):
      guard place + 1 < bytes.count else { return nil }
      if bytes[place + 1] == UInt8(ascii: "u") {
        guard let (scalar, length) = Self.scalar(at: place, in: bytes) else { return nil }
        self.init(scalar, length: length)
      } else {
        guard let byte = Self.byte(of: bytes[place + 1]) else { return nil }
        self.init(byte, length: 2)
      }
    default: return nil
    }
  }

  /// True where it stands for one of those bytes.
  func isOf(_ set: ByteSet) -> Bool {
    for index in 0..<count where set.contains(bytes[index]) { return true }
    return false
  }

  private static func byte(of letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: nil
    }
  }

  /// Both halves of a surrogate pair are one scalar; one half alone is none.
  private static func scalar(
    at place: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> (scalar: Unicode.Scalar, length: Int)? {
    guard let first = unit(at: place, in: bytes) else { return nil }
    if let scalar = Unicode.Scalar(first) { return (scalar, 6) }
    guard first & 0xFC00 == 0xD800, let second = unit(at: place + 6, in: bytes),
      second & 0xFC00 == 0xDC00
    else { return nil }
    let code = 0x10000 + UInt32(first & 0x3FF) << 10 + UInt32(second & 0x3FF)
    return Unicode.Scalar(code).map { ($0, 12) }
  }

  private static func unit(at place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> UInt16? {
    guard place + 5 < bytes.count, bytes[place] == UInt8(ascii: "\\"),
      bytes[place + 1] == UInt8(ascii: "u")
    else { return nil }
    var unit: UInt16 = 0
    for index in (place + 2)...(place + 5) {
      guard let digit = bytes[index].hexValue else { return nil }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }
}
