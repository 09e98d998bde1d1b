extension PhoneNumber {
  /// Without four of its digits (`+91981xxxx001`), in short numbers without all but the last; what
  /// has letters keeps its first four characters.
  package var masked: PhoneNumber { PhoneNumber(masking: self) }

  /// A text with all in it that may be a telephone number masked.
  package static func masking(numbersIn text: String) -> String {
    var finder = NumberFinder(text)
    return finder.replacing(with: masked)
  }

  package static func masked(_ text: String) -> String {
    var characters = Array(text)
    guard characters.allSatisfy({ $0.isASCII && ($0.isNumber || "+-. ()".contains($0)) }) else {
      return String(characters.prefix(4)) + "xxxx"
    }
    let digits = characters.indices.filter { characters[$0].isNumber }
    let hidden = digits.count >= 7 ? digits.dropLast(3).suffix(4) : digits.dropLast(1)
    for place in hidden { characters[place] = "x" }
    return String(characters)
  }
}
