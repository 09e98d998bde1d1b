extension PhoneNumber {
  /// Without four of its digits (`+91981xxxx001`), in short numbers without all but the last; what
  /// has letters keeps its first four characters.
  package var masked: PhoneNumber { PhoneNumber(masking: text) }

  /// A text with all in it that may be a telephone number masked: seven digits or more that stand
  /// between others than letters and digits.
  package static func masking(numbersIn text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var place = 0
    while place < scalars.count {
      let end = scalars[place...].firstIndex { !$0.isDigit } ?? scalars.count
      let isNumber =
        end - place >= 7 && isBoundary(scalars, before: place) && isBoundary(scalars, end)
      if end > place {
        let digits = String(String.UnicodeScalarView(scalars[place..<end]))
        result.append(contentsOf: (isNumber ? masked(digits) : digits).unicodeScalars)
        place = end
      } else {
        result.append(scalars[place])
        place += 1
      }
    }
    return String(result)
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

  /// Also after `%2B`, as a `+` is spelled in a query.
  private static func isBoundary(_ scalars: [Unicode.Scalar], before place: Int) -> Bool {
    guard place > 0, scalars[place - 1].isLetter else { return true }
    return place >= 3 && scalars[place - 3] == "%"
  }

  private static func isBoundary(_ scalars: [Unicode.Scalar], _ end: Int) -> Bool {
    end >= scalars.count || !scalars[end].isLetter
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
  fileprivate var isLetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
}

extension Call {
  /// With its numbers masked, and without the address of its recording.
  package var masked: Call {
    var call = self
    call.from = from?.masked
    call.to = to?.masked
    call.virtualNumber = virtualNumber?.masked
    call.recordingURL = recordingURL.map { _ in "***" }
    call.customField = customField.map { PhoneNumber.masking(numbersIn: $0) }
    for place in legs.indices {
      call.legs[place].number = legs[place].number?.masked
      call.legs[place].name = legs[place].name.map { PhoneNumber.masking(numbersIn: $0) }
    }
    return call
  }
}

extension CallRow {
  /// With its numbers masked.
  package var masked: CallRow {
    var row = self
    row.call = call.masked
    return row
  }
}

extension Agent {
  /// With its numbers masked.
  package var masked: Agent {
    var agent = self
    agent.number = number.masked
    agent.with = with?.masked
    agent.line = line?.masked
    return agent
  }
}
