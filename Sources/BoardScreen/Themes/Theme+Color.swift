extension Theme {
  /// A colour by its number among 256, and among 8 where there are no more.
  package struct Color: Hashable, Sendable {
    package let of256: Int
    /// -1 is the terminal's own.
    package let of8: Int

    init(_ of256: Int, _ of8: Int) {
      self.of256 = of256
      self.of8 = of8
    }

    /// A colour by its number from 0 to 255; nil for any other.
    package init?(number: Int) {
      guard (0...255).contains(number) else { return nil }
      of256 = number
      of8 = number < 16 ? number % 8 : Palette.among8(Palette.rgb(number))
    }

    /// Reads a colour: its number among 256, `#rrggbb` or `#rgb` (the nearest of the 256), or the
    /// name of one of the 8 (`red`); nil for anything else.
    package init?(_ text: String) {
      let text = text.lowercased()
      if let rgb = Self.rgb(text) {
        self.init(number: Palette.nearest(to: rgb))
      } else if let number = Self.names.firstIndex(of: text) ?? Self.number(text) {
        self.init(number: number)
      } else {
        return nil
      }
    }

    /// As `#rrggbb`, for pictures.
    package var rgb: String { Palette.rgb(of256).text }

    /// Black or white: what can be read on this colour.
    package var readable: Color { Palette.rgb(of256).isLight ? Color(16, 0) : Color(231, 7) }

    private static let names = [
      "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
    ]

    private static func number(_ text: String) -> Int? {
      text.utf8.count <= 3 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
        ? Int(text) : nil
    }

    private static func rgb(_ text: String) -> Palette.RGB? {
      guard text.first == "#" else { return nil }
      let digits = text.dropFirst().compactMap { $0.isASCII ? $0.hexDigitValue : nil }
      guard digits.count == text.count - 1 else { return nil }
      switch digits.count {
      case 3: return .init(red: digits[0] * 17, green: digits[1] * 17, blue: digits[2] * 17)
      case 6:
        return .init(
          red: digits[0] * 16 + digits[1], green: digits[2] * 16 + digits[3],
          blue: digits[4] * 16 + digits[5])
      default: return nil
      }
    }
  }
}
