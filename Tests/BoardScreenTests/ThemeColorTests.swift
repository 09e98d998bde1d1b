import Testing

@testable import BoardScreen

@Suite struct ThemeColorTests {
  /// What is written, its number among 256, among 8, and how it looks.
  static let readable: [(String, Int, Int, String)] = [
    ("0", 0, 0, "#000000"), ("9", 9, 1, "#ff0000"), ("33", 33, 6, "#0087ff"),
    ("255", 255, 7, "#eeeeee"), ("007", 7, 7, "#e5e5e5"), ("232", 232, 0, "#080808"),
    ("red", 1, 1, "#cd0000"), ("Cyan", 6, 6, "#00cdcd"), ("white", 7, 7, "#e5e5e5"),
    ("#000000", 16, 0, "#000000"), ("#FFF", 231, 7, "#ffffff"), ("#d75f5f", 167, 1, "#d75f5f"),
    ("#d65e60", 167, 1, "#d75f5f"), ("#f00", 196, 1, "#ff0000"), ("#af8701", 136, 3, "#af8700"),
    ("#111213", 233, 0, "#121212"), ("#808080", 244, 7, "#808080"), ("#5f5faf", 61, 4, "#5f5faf"),
  ]

  @Test(arguments: readable)
  func `colours are read`(_ text: String, _ of256: Int, _ of8: Int, _ rgb: String) throws {
    let color = try #require(Theme.Color(text))
    #expect(color.of256 == of256)
    #expect(color.of8 == of8)
    #expect(color.rgb == rgb)
  }

  @Test(arguments: [
    "", "256", "-1", "+5", "1.0", "0033", " 33", "#", "#12", "#1234", "#12345g", "#1234567",
    "#١٢٣", "123456", "redd", "grey", "bright red", "١", "99999999999999999999",
  ])
  func `what is no colour is refused`(_ text: String) {
    #expect(Theme.Color(text) == nil)
  }

  @Test func `every colour of the 256 is the nearest to itself`() {
    for number in 16...255 {
      let rgb = Palette.rgb(number)
      #expect(Palette.rgb(Palette.nearest(to: rgb)) == rgb)
      #expect(Theme.Color(rgb.text)?.rgb == rgb.text)
    }
  }

  @Test func `black or white, whichever can be read better, is chosen for a ground`() throws {
    for number in 16...255 {
      let ground = try #require(Theme.Color(number: number))
      #expect(Contrast.between(ground.readable.rgb, ground.rgb) >= 4.5, "\(ground.rgb)")
    }
  }
}
