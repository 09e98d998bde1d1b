extension String {
  /// The text with the addresses in it cut off behind their scheme (`https://***`): whoever has that of
  /// a recording can listen to it. Also as queries and JSON spell them.
  package var hidingLinks: String {
    let scalars = Array(unicodeScalars)
    var result = UnicodeScalarView()
    var place = 0
    while place < scalars.count {
      guard let end = Self.scheme(scalars[place...]) else {
        result.append(scalars[place])
        place += 1
        continue
      }
      result.append(contentsOf: scalars[place..<end])
      result.append(contentsOf: "***".unicodeScalars)
      place = scalars[end...].firstIndex(where: Self.endsLink) ?? scalars.count
    }
    return String(result)
  }

  private static let separators = ["://", ":\\/\\/", "%3a%2f%2f", "%253a%252f%252f"]

  /// Behind `http://` or `https://` where the text begins so; nil where it does not.
  private static func scheme(_ text: ArraySlice<Unicode.Scalar>) -> Int? {
    guard var end = matching("http", text) else { return nil }
    if let secure = matching("s", text[end...]) { end = secure }
    for separator in separators {
      if let behind = matching(separator, text[end...]) { return behind }
    }
    return nil
  }

  /// Behind the word where the text begins with it, in upper or lower case.
  private static func matching(_ word: String, _ text: ArraySlice<Unicode.Scalar>) -> Int? {
    var place = text.startIndex
    for wanted in word.unicodeScalars {
      guard place < text.endIndex,
        text[place] == wanted || text[place].properties.lowercaseMapping == String(wanted)
      else { return nil }
      place += 1
    }
    return place
  }

  private static func endsLink(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || "\"'<>&,;)}]".unicodeScalars.contains(scalar)
  }
}
