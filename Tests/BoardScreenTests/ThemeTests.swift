import Testing

@testable import BoardScreen

@Suite struct ThemeTests {
  /// Of every role of a theme on its ground.
  private func check(_ theme: Theme, on ground: String, atLeast least: Double) {
    for role in Style.Role.allCases {
      guard let color = theme.color(role) else { continue }
      let contrast = Contrast.between(color.rgb, ground)
      #expect(contrast >= least, "\(role.rawValue) \(color.rgb) on \(ground): \(contrast)")
    }
  }

  @Test func `contrast is what WCAG makes of it`() {
    #expect(abs(Contrast.between("#ffffff", "#000000") - 21) < 0.001)
    #expect(abs(Contrast.between("#ffffff", "#777777") - 4.478) < 0.001)
    #expect(abs(Contrast.between("#767676", "#ffffff") - 4.542) < 0.001)
  }

  @Test func `the default theme can be read on dark grounds, and made out on white`() {
    check(.default, on: "#000000", atLeast: 4.5)
    check(.default, on: "#1e1e1e", atLeast: 4.5)
    check(.default, on: "#ffffff", atLeast: 2.8)
  }

  @Test func `themes with a ground can be read on it`() throws {
    check(.light, on: try #require(Theme.light.ground).rgb, atLeast: 4.5)
    check(.highContrast, on: try #require(Theme.highContrast.ground).rgb, atLeast: 7)
  }

  @Test func `pictures can be read in every theme, dim or not`() {
    for (name, theme) in Theme.named {
      let colors = PictureColors(theme: theme)
      for role in Style.Role.allCases {
        for isDim in [false, true] {
          let color = colors.foreground(Style(role, dim: isDim))
          #expect(
            Contrast.between(color, colors.ground) >= 4.5, "\(name) \(role.rawValue) \(color)")
        }
      }
    }
  }

  @Test func `what must be told apart has a colour of its own`() {
    let roles: [Style.Role] = [
      .muted, .accent, .ringing, .dialing, .waiting, .talking, .amber, .red,
    ]
    for (name, theme) in Theme.named where name != "mono" {
      #expect(Set(roles.map { theme.color($0)?.of256 }).count == roles.count, "\(name)")
    }
  }

  @Test func `a terminal of 8 colours never gets the colour of the ground`() {
    let white = Theme.Color("white")
    for theme in Theme.named.map(\.theme) + [Theme.default.changing([:], ground: white)] {
      for role in Style.Role.allCases {
        guard let numbers = theme.numbers(role, among256: false) else { continue }
        #expect((0...7).contains(numbers.foreground))
        #expect(numbers.foreground != numbers.background)
      }
    }
  }

  @Test func `without a ground what has no colour is left to the terminal`() throws {
    #expect(Theme.default.numbers(.text, among256: true) == nil)
    #expect(Theme.default.numbers(.muted, among256: false) == nil)
    let red = try #require(Theme.default.numbers(.red, among256: true))
    #expect(red == (203, -1))
    #expect(Theme.mono.numbers(.red, among256: true) == nil)
  }

  @Test func `a changed theme keeps what was not changed`() throws {
    let teal = try #require(Theme.Color("#008787"))
    let own = Theme.default.changing([.ringing: teal])
    #expect(own.color(.ringing) == teal)
    #expect(own.color(.red) == Theme.default.color(.red))
    #expect(own.ground == nil)
    let white = try #require(Theme.Color("#fff"))
    #expect(Theme.highContrast.changing([:], ground: white).ground == white)
    #expect(Theme.highContrast.changing([:]).ground == Theme.highContrast.ground)
  }

  @Test func `text on a ground of its own is black or white where no colour is told`() throws {
    let (cream, teal) = (try #require(Theme.Color("#ffffd7")), try #require(Theme.Color("24")))
    let light = Theme.mono.changing([:], ground: cream)
    #expect(light.color(.text)?.rgb == "#000000")
    let dark = Theme.mono.changing([:], ground: teal)
    #expect(dark.color(.text)?.rgb == "#ffffff")
  }
}
