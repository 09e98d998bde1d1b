import BoardScreen

/// What a terminal sends after an escape, and ncurses does not make a key of: the mouse's reports,
/// and keys that the terminal's description does not name. Such sequences must not fall apart
/// into letters, which are commands.
enum EscapeSequence: Equatable {
  /// The escape was a key of its own.
  case none
  /// The rest has not come yet.
  case unfinished
  /// The number of bytes that mean nothing here.
  case unknown(count: Int)
  case key(Key, count: Int)
  /// Of a button, 0 for the left one, 64 and 65 for the wheel, at a column and a row from 0.
  case press(button: Int, x: Int, y: Int, count: Int)

  /// Reads the bytes after an escape.
  init(_ bytes: ArraySlice<UInt8>) {
    let bytes = Array(bytes)
    switch (bytes.first, bytes.dropFirst().first) {
    case (UInt8(ascii: "O"), .some(0x40...0x7E)):
      self = Self.letters[bytes[1]].map { .key($0, count: 2) } ?? .unknown(count: 2)
    case (UInt8(ascii: "["), UInt8(ascii: "M")): self = Self.oldReport(bytes)
    // A bracket alone may have been typed.
    case (UInt8(ascii: "["), .some): self = Self.control(bytes)
    default: self = .none
    }
  }

  private static func control(_ bytes: [UInt8]) -> Self {
    let isReport = bytes[1] == UInt8(ascii: "<")
    let parameters = bytes.dropFirst(isReport ? 2 : 1).prefix { (0x20...0x3F).contains($0) }
    guard let final = bytes.dropFirst(parameters.endIndex).first else { return .unfinished }
    let count = parameters.endIndex + 1
    let numbers = parameters.split(separator: UInt8(ascii: ";")).map {
      Int(String(decoding: $0, as: UTF8.self)) ?? -1
    }
    switch (isReport, final) {
    case (true, UInt8(ascii: "M")) where numbers.count == 3:
      return press(numbers[0], numbers[1], numbers[2], count)
    case (false, UInt8(ascii: "~")):
      return keys[numbers.first ?? -1].map { .key($0, count: count) } ?? .unknown(count: count)
    case (false, 0x40...0x7E):
      return letters[final].map { .key($0, count: count) } ?? .unknown(count: count)
    case (true, 0x40...0x7E): return .unknown(count: count)
    default: return .none
    }
  }

  /// A report of three bytes, each a number and 32, as terminals sent them first.
  private static func oldReport(_ bytes: [UInt8]) -> Self {
    guard bytes.count >= 5 else { return .unfinished }
    return press(Int(bytes[2]) - 32, Int(bytes[3]) - 32, Int(bytes[4]) - 32, 5)
  }

  /// Places in reports count from 1; buttons have bits for Shift, Alt and Ctrl among them.
  private static func press(_ button: Int, _ column: Int, _ row: Int, _ count: Int) -> Self {
    guard button >= 0, column > 0, row > 0 else { return .unknown(count: count) }
    return .press(button: button & ~0b1_1100, x: column - 1, y: row - 1, count: count)
  }

  private static let letters: [UInt8: Key] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right,
    UInt8(ascii: "D"): .left, UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end,
    UInt8(ascii: "Z"): .backTab, UInt8(ascii: "M"): .enter,
  ]

  private static let keys: [Int: Key] = [
    1: .home, 7: .home, 4: .end, 8: .end, 5: .pageUp, 6: .pageDown,
  ]
}
