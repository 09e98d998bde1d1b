/// UTF-8 that comes byte by byte. Wrong bytes are left out, and nothing else with them.
struct IncomingCharacters {
  private var begun: [UInt8] = []

  /// The character that ends with this byte; nil where none does.
  mutating func next(_ byte: UInt8) -> Unicode.Scalar? {
    if !UTF8.isContinuation(byte) { begun = [] }
    begun.append(byte)
    guard begun.count >= Self.length(begun[0]) else { return nil }
    defer { begun = [] }
    return String(validating: begun, as: UTF8.self)?.unicodeScalars.first
  }

  /// Bytes of a character that begins so; 0 where none does.
  private static func length(_ first: UInt8) -> Int {
    switch first {
    case 0..<0x80: 1
    case 0xC2..<0xE0: 2
    case 0xE0..<0xF0: 3
    case 0xF0..<0xF5: 4
    default: 0
    }
  }
}
