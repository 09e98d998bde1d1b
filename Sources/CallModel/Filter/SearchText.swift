/// A text that is looked for in others: without regard to upper and lower case, and, where it is a
/// number, to how numbers are spelled.
package struct SearchText: Hashable, Sendable {
  package let text: String

  package init(_ text: String) { self.text = text }

  /// Lower case.
  var folded: String { text.lowercased() }

  /// Empty for a text with anything but digits and what stands between them.
  var digits: [UInt8] {
    let between = "+-. ()".utf8
    guard text.utf8.allSatisfy({ $0.isDigit || between.contains($0) }) else { return [] }
    return text.utf8.filter(\.isDigit)
  }

  /// True for the beginning of a number in its international form.
  var hasPlus: Bool { text.utf8.first == UInt8(ascii: "+") }
}

extension SearchText: CustomStringConvertible {
  package var description: String { text }
}
