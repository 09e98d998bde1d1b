/// Numbers that have no room: their last digits tell them apart.
extension TextWidth {
  /// Fewer digits are no telephone number.
  private static let fewestDigits = 7
  /// The digits of a number that have to be left where what stands before it is to stay.
  private static let leastTail = 5

  /// A text in at most `width` columns. One that ends in a telephone number loses the number's first
  /// digits, in whose place `mark` stands (`…56601`), any other its end.
  static func cutBeforeDigits(_ text: String, to width: Int, mark: String) -> String {
    guard of(text) > width else { return text }
    guard width > 0, let start = numberStart(text) else { return cut(text, to: width, mark: mark) }
    let lead = String(text[..<start])
    let keepsLead = of(lead) + 1 + leastTail <= width
    let room = width - 1 - (keepsLead ? of(lead) : 0)
    let tail = String(text[start...].suffix(room))
    return (keepsLead ? lead : "") + mark + tail
  }

  /// Where the telephone number begins in which a text ends, written with blanks, a plus or masked.
  private static func numberStart(_ text: String) -> String.Index? {
    var start = text.endIndex
    var digits = 0
    while start > text.startIndex {
      let before = text.index(before: start)
      let character = text[before]
      guard character == " " || character == "+" || character == "x" || isDigit(character) else {
        break
      }
      start = before
      if character == "+" { break }
      if character != " " { digits += 1 }
    }
    return digits >= fewestDigits ? start : nil
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}
