/// Finds what may be a telephone number within any text: seven digits or more, with single blanks,
/// dashes and the like among them. Dates are none, and neither are the digits of a sid.
struct NumberFinder {
  private let scalars: [Unicode.Scalar]
  private static let fewest = 7
  /// A longer word of letters and digits is a sid.
  private static let longestWord = 24

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  mutating func replacing(with mask: (String) -> String) -> String {
    var result = String.UnicodeScalarView()
    var place = 0
    while place < scalars.count {
      let end = date(at: place) ?? place
      if end > place {
        result.append(contentsOf: scalars[place..<end])
        place = end
        continue
      }
      let number = number(at: place)
      if number.isEmpty {
        result.append(scalars[place])
        place += 1
      } else {
        let text = String(String.UnicodeScalarView(scalars[number]))
        let isMasked = isLong(number) && !isWithinSid(number)
        result.append(
          contentsOf: (isMasked ? mask(text.replacing("%20", with: " ")) : text).unicodeScalars)
        place = number.upperBound
      }
    }
    return String(result)
  }

  /// Behind a date (`2026-11-23`) that begins there.
  private func date(at place: Int) -> Int? {
    let end = place + 10
    guard end <= scalars.count, place == 0 || !scalars[place - 1].isDigit,
      end == scalars.count || !scalars[end].isDigit
    else { return nil }
    for (offset, scalar) in scalars[place..<end].enumerated() {
      guard offset == 4 || offset == 7 ? scalar == "-" : scalar.isDigit else { return nil }
    }
    return end
  }

  /// The digits that begin there, with what stands singly between them.
  private func number(at start: Int) -> Range<Int> {
    guard scalars[start].isDigit else { return start..<start }
    var end = start
    while end < scalars.count {
      if scalars[end].isDigit {
        end += 1
      } else if let next = separator(at: end), date(at: next) == nil {
        end = next
      } else {
        break
      }
    }
    return start..<end
  }

  /// Behind one separator, where a digit follows it.
  private func separator(at place: Int) -> Int? {
    let isBlank = scalars[place...].starts(with: Array("%20".unicodeScalars))
    let isSeparator = " +-.()".unicodeScalars.contains(scalars[place])
    guard isBlank || isSeparator else { return nil }
    let next = place + (isBlank ? 3 : 1)
    return next < scalars.count && scalars[next].isDigit ? next : nil
  }

  private func isLong(_ range: Range<Int>) -> Bool {
    scalars[range].count(where: \.isDigit) >= Self.fewest
  }

  private func isWithinSid(_ range: Range<Int>) -> Bool {
    let start = scalars[..<range.lowerBound].lastIndex { !$0.isWord }.map { $0 + 1 } ?? 0
    let end = scalars[range.upperBound...].firstIndex { !$0.isWord } ?? scalars.count
    let hasLetters = scalars[start..<end].contains { $0.isWord && !$0.isDigit }
    return hasLetters && end - start >= Self.longestWord
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
  fileprivate var isWord: Bool {
    isDigit || ("a"..."z").contains(self) || ("A"..."Z").contains(self)
  }
}
