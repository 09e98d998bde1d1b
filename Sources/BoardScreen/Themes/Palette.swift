/// The 256 colours of terminals: how they look, and which of them is like another.
enum Palette {
  /// Red, green and blue, each 0 to 255.
  struct RGB: Hashable {
    var red: Int
    var green: Int
    var blue: Int

    /// As `#rrggbb`.
    var text: String {
      "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// Whether black can be read on it better than white.
    var isLight: Bool {
      let (red, green, blue) = (Self.light(red), Self.light(green), Self.light(blue))
      // WCAG's luminance, and where black and white are equal.
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179
    }

    /// sRGB's curve, to within a hundredth.
    private static func light(_ value: Int) -> Double {
      let share = Double(value) / 255
      return share * share * share.squareRoot().squareRoot()
    }
  }

  /// The first 16 are what xterm shows; other terminals have others, and people change them.
  private static let first16: [RGB] = [
    RGB(red: 0, green: 0, blue: 0), RGB(red: 205, green: 0, blue: 0),
    RGB(red: 0, green: 205, blue: 0), RGB(red: 205, green: 205, blue: 0),
    RGB(red: 0, green: 0, blue: 238), RGB(red: 205, green: 0, blue: 205),
    RGB(red: 0, green: 205, blue: 205), RGB(red: 229, green: 229, blue: 229),
    RGB(red: 127, green: 127, blue: 127), RGB(red: 255, green: 0, blue: 0),
    RGB(red: 0, green: 255, blue: 0), RGB(red: 255, green: 255, blue: 0),
    RGB(red: 92, green: 92, blue: 255), RGB(red: 255, green: 0, blue: 255),
    RGB(red: 0, green: 255, blue: 255), RGB(red: 255, green: 255, blue: 255),
  ]

  private static let steps = [0, 95, 135, 175, 215, 255]

  /// How a colour looks, by its number from 0 to 255; a number beyond is taken for the nearest.
  static func rgb(_ number: Int) -> RGB {
    let number = min(max(number, 0), 255)
    if number < 16 { return first16[number] }
    if number >= 232 {
      let grey = 8 + 10 * (number - 232)
      return RGB(red: grey, green: grey, blue: grey)
    }
    let place = number - 16
    return RGB(
      red: steps[place / 36], green: steps[place / 6 % 6], blue: steps[place % 6])
  }

  /// The number of the colour that looks most like another, of those that all terminals share (16
  /// to 255).
  static func nearest(to color: RGB) -> Int {
    (16...255).min { distance(rgb($0), color) < distance(rgb($1), color) } ?? 16
  }

  /// The colour among 8 of the same hue; black or white for one that has none.
  static func among8(_ color: RGB) -> Int {
    let parts = [color.red, color.green, color.blue]
    let (least, most) = (parts.min() ?? 0, parts.max() ?? 0)
    guard most - least >= 32 else { return most < 128 ? 0 : 7 }
    return parts.enumerated().reduce(0) { number, part in
      2 * part.element >= least + most ? number | 1 << part.offset : number
    }
  }

  /// A squared distance that weighs red, green and blue as eyes do (CompuPhase's "redmean").
  private static func distance(_ one: RGB, _ other: RGB) -> Int {
    let (red, green, blue) = (
      one.red - other.red, one.green - other.green, one.blue - other.blue
    )
    let mean = (one.red + other.red) / 2
    return (512 + mean) * red * red + 1024 * green * green + (767 - mean) * blue * blue
  }
}
