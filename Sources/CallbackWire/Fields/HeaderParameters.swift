/// The parameters of a header's value: `multipart/form-data; boundary="x"`.
enum HeaderParameters {
  /// What stands before the parameters, without blanks around it.
  static func mainRange(_ value: Span<UInt8>) -> Range<Int> {
    let end = value.firstIndex(of: UInt8(ascii: ";")) ?? value.count
    return value.extracting(0..<end).trimmedRange
  }

  /// The parameter of that name (lower case), without quotes; nil when it is not there.
  static func value(of name: StaticString, in value: Span<UInt8>) -> [UInt8]? {
    var position = value.firstIndex(of: UInt8(ascii: ";")) ?? value.count
    while position < value.count {
      position += 1
      let start = position
      while position < value.count, value[position] != UInt8(ascii: "="),
        value[position] != UInt8(ascii: ";")
      {
        position += 1
      }
      guard position < value.count, value[position] == UInt8(ascii: "=") else { continue }
      let key = value.extracting(start..<position)
      let isWanted = key.extracting(key.trimmedRange).equalsIgnoringCase(name)
      position += 1
      let found = readValue(value, at: &position)
      if isWanted { return found }
    }
    return nil
  }

  /// A quoted string or a token; leaves `position` at the next semicolon or the end.
  private static func readValue(_ value: Span<UInt8>, at position: inout Int) -> [UInt8] {
    var result: [UInt8] = []
    while position < value.count, value[position].isBlank { position += 1 }
    guard position < value.count, value[position] == UInt8(ascii: "\"") else {
      let start = position
      position = value.firstIndex(of: UInt8(ascii: ";"), from: position) ?? value.count
      let token = value.extracting(start..<position)
      result.append(token.extracting(token.trimmedRange))
      return result
    }
    position += 1
    while position < value.count, value[position] != UInt8(ascii: "\"") {
      if value[position] == UInt8(ascii: "\\"), position + 1 < value.count { position += 1 }
      result.append(value[position])
      position += 1
    }
    position = value.firstIndex(of: UInt8(ascii: ";"), from: position) ?? value.count
    return result
  }
}
