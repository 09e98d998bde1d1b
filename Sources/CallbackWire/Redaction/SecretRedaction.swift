/// Takes a secret out of texts of any format, so that it is kept nowhere.
///
/// What is searched for is its value, not a spelling: a stretch that is the secret once escapes of
/// URLs and of JSON are taken off, level after level and in any mixture, becomes `***`.
package struct SecretRedaction: Sendable {
  private let length: Int
  private let search: ByteSearch
  /// Escapes of other bytes neither hide the secret nor begin a new escape.
  private let wanted: ByteSet

  /// A shorter secret, a number and a plain word may stand in a text by chance: they count only where
  /// they are whole words.
  package static let shortestAnywhere = 8
  private let countsAnywhere: Bool
  /// Nobody escapes more often; and what others send must not cost without end.
  static let levels = 8
  /// Escapes of both kinds can be read in so many orders that their work doubles with each level.
  private static let mixedLevels = 4
  static let mask = Array("***".utf8)

  /// Nil for an empty secret.
  package init?(_ secret: String) {
    let bytes = Array(secret.utf8)
    guard !bytes.isEmpty else { return nil }
    length = bytes.count
    let isPlain = bytes.allSatisfy(\.isDigit) || bytes.allSatisfy(\.isLetter)
    countsAnywhere = length >= Self.shortestAnywhere && !isPlain
    search = ByteSearch(bytes)
    wanted = ByteSet(bytes + [UInt8(ascii: "%"), UInt8(ascii: "\\")])
  }

  /// The text with `***` for the secret.
  package func redacted(_ text: String) -> String {
    redaction(of: Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) } ?? text
  }

  /// The bytes with `***` for the secret.
  package func redacted(_ bytes: [UInt8]) -> [UInt8] { redaction(of: bytes) ?? bytes }

  /// Nil where there is nothing to take out.
  func redaction(of bytes: [UInt8]) -> [UInt8]? {
    let found = stretches(in: bytes)
    guard !found.isEmpty else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var copied = 0
    for stretch in Self.united(found) {
      result += bytes[copied..<stretch.lowerBound]
      result += Self.mask
      copied = stretch.upperBound
    }
    return result + bytes[copied...]
  }

  private static func united(_ stretches: [Range<Int>]) -> [Range<Int>] {
    var united: [Range<Int>] = []
    for stretch in stretches.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = united.last, stretch.lowerBound < last.upperBound {
        let end = max(last.upperBound, stretch.upperBound)
        united[united.count - 1] = last.lowerBound..<end
      } else {
        united.append(stretch)
      }
    }
    return united
  }

  /// Where the secret stands, at any level; unordered, and some of them may overlap.
  private func stretches(in bytes: [UInt8]) -> [Range<Int>] {
    var found = places(in: bytes)
    guard mayStandInEscapes(bytes) else { return found }
    let text = UnescapedBytes(bytes)
    addReadings(of: text, levels: Self.mixedLevels, to: &found)
    addLevels(of: text, to: &found)
    return found
  }

  /// One kind of escapes after the other, in every order: in a format that does not have one of the
  /// two, those are letters.
  private func addReadings(of text: UnescapedBytes, levels: Int, to found: inout [Range<Int>]) {
    for kind: ByteEscape.Kinds in [.percent, .backslash] {
      var next = text
      guard next.unescape(kind, wanted: wanted) else { continue }
      found += places(in: next.bytes).map { next.source(of: $0) }
      guard levels > 1, mayStandInEscapes(next.bytes) else { continue }
      addReadings(of: next, levels: levels - 1, to: &found)
    }
  }

  /// Both kinds at once, for more levels.
  private func addLevels(of text: UnescapedBytes, to found: inout [Range<Int>]) {
    var text = text
    for _ in 0..<Self.levels {
      guard text.unescape([.percent, .backslash], wanted: wanted) else { return }
      found += places(in: text.bytes).map { text.source(of: $0) }
      guard mayStandInEscapes(text.bytes) else { return }
    }
  }

  private func places(in bytes: [UInt8]) -> [Range<Int>] {
    bytes.withUnsafeBufferPointer { text in
      var found: [Range<Int>] = []
      var start = 0
      while let place = search.place(in: text, from: start) {
        let range = place..<(place + length)
        let counts = countsAnywhere || isWord(range, text)
        if counts { found.append(range) }
        start = counts ? range.upperBound : place + 1
      }
      return found
    }
  }

  private func isWord(_ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    !(range.lowerBound > 0 && text[range.lowerBound - 1].isLetterOrDigit)
      && !(range.upperBound < text.count && text[range.upperBound].isLetterOrDigit)
  }

  /// False for most texts, which have escapes of other characters only.
  private func mayStandInEscapes(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { text in
      var (place, hasEscapes, hasBeginnings) = (0, false, false)
      while place < text.count {
        let byte = text[place]
        guard byte == UInt8(ascii: "%") || byte == UInt8(ascii: "\\") else {
          place += 1
          continue
        }
        if let escape = ByteEscape(at: place, in: text, [.percent, .backslash]) {
          if escape.isOf(wanted) { return true }
          hasEscapes = true
          place += escape.length
        } else {
          hasBeginnings = true
          place += 1
        }
      }
      // What an escape stands for may complete another one: `%%341` is `%41`.
      return hasEscapes && hasBeginnings
    }
  }
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool { isLetter || isDigit }

  fileprivate var isDigit: Bool { decimalValue != nil }

  fileprivate var isLetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(asciiLowercase)
  }
}
