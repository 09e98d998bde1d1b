/// A text that is looked for in others, prepared so that looking costs little: without regard to
/// upper and lower case, and, where it is a number, to how numbers are spelled.
package struct SearchText: Hashable, Sendable {
  package let text: String
  /// Lower case.
  private let folded: [UInt8]
  private let isASCII: Bool
  /// Empty for a text with anything but digits and what stands between them.
  private let digits: [UInt8]
  /// Without what is dialed before a number (0, 00), which is no part of its international form.
  private let significant: [UInt8]

  package init(_ text: String) {
    self.text = text
    folded = Array(text.lowercased().utf8)
    isASCII = folded.allSatisfy { $0 < 0x80 }
    digits = Self.digits(of: text)
    significant = Array(digits.drop { $0 == UInt8(ascii: "0") })
  }

  private static func digits(of text: String) -> [UInt8] {
    let between = "+-. ()".utf8
    guard text.utf8.allSatisfy({ $0.isDigit || between.contains($0) }) else { return [] }
    return text.utf8.filter(\.isDigit)
  }

  package func isIn(_ other: String) -> Bool {
    guard isASCII else { return other.lowercased().contains(text.lowercased()) }
    return Self.contains(other, folded) { $0 } || folded.isEmpty
  }

  package func isIn(_ other: String?) -> Bool { other.map(isIn) ?? false }

  package func begins(_ other: String) -> Bool { other.lowercased().hasPrefix(text.lowercased()) }

  /// True where it is a part of the number, however the two are spelled; with its `+`, the beginning
  /// of it.
  package func isIn(_ number: PhoneNumber) -> Bool {
    guard !digits.isEmpty else { return isIn(number.text) }
    if text.utf8.first == UInt8(ascii: "+") {
      return number.key.utf8.dropFirst().starts(with: digits)
        && number.key.utf8.first == UInt8(ascii: "+")
    }
    return !significant.isEmpty && Self.contains(number.key, significant, where: \.isDigit)
      || Self.contains(number.text, digits, where: \.isDigit)
  }

  package func isIn(_ number: PhoneNumber?) -> Bool { number.map(isIn) ?? false }

  private static func contains(
    _ text: String, _ wanted: [UInt8], where counts: (UInt8) -> Bool
  ) -> Bool {
    contains(text, wanted) { counts($0) ? $0 : nil }
  }

  /// Looks for the bytes among those of a text that `kept` keeps.
  private static func contains(
    _ text: String, _ wanted: [UInt8], kept: (UInt8) -> UInt8?
  ) -> Bool {
    guard let first = wanted.first else { return false }
    let bytes = text.utf8
    var start = bytes.startIndex
    while start != bytes.endIndex {
      if kept(bytes[start])?.lowercase == first {
        var (place, matched) = (start, 0)
        while place != bytes.endIndex, matched < wanted.count {
          if let byte = kept(bytes[place]) {
            guard byte.lowercase == wanted[matched] else { break }
            matched += 1
          }
          place = bytes.index(after: place)
        }
        if matched == wanted.count { return true }
      }
      start = bytes.index(after: start)
    }
    return false
  }
}

extension SearchText: CustomStringConvertible {
  package var description: String { text }
}

extension UInt8 {
  fileprivate var lowercase: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}
