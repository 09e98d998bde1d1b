/// Looks for bytes in others, most of which it passes over (Horspool 1980).
struct ByteSearch: Sendable {
  private let bytes: [UInt8]
  /// How far on the next place is where the last byte may stand, by the byte that stands there now.
  private let skips: [Int]
  private let hasBlank: Bool

  private static let blank = UInt8(ascii: " ")
  private static let plus = UInt8(ascii: "+")

  /// `bytes` are at least one. A blank among them stands for `+` as well, as it does in a form.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    hasBlank = bytes.contains(Self.blank)
    var skips = [Int](repeating: bytes.count, count: 256)
    for (place, byte) in bytes.dropLast().enumerated() {
      skips[Int(byte)] = bytes.count - 1 - place
    }
    if hasBlank {
      let both = min(skips[Int(Self.blank)], skips[Int(Self.plus)])
      skips[Int(Self.blank)] = both
      skips[Int(Self.plus)] = both
    }
    self.skips = skips
  }

  /// The first place at or behind `start`; nil where they do not stand.
  func place(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var place = start
    while place + bytes.count <= text.count {
      if isHere(place, text) { return place }
      place += skips[Int(text[place + bytes.count - 1])]
    }
    return nil
  }

  private func isHere(_ place: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    for index in stride(from: bytes.count - 1, through: 0, by: -1) {
      let (byte, wanted) = (text[place + index], bytes[index])
      guard byte == wanted || hasBlank && wanted == Self.blank && byte == Self.plus else {
        return false
      }
    }
    return true
  }
}
