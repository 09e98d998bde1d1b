import Testing

@testable import BoardScreen

@Suite struct ThemeTests {
  /// WCAG's relative luminance of `#rrggbb`.
  private func luminance(_ rgb: String) -> Double {
    let value = UInt32(rgb.dropFirst(), radix: 16) ?? 0
    let parts = [value >> 16, value >> 8 & 0xFF, value & 0xFF].map { part -> Double in
      let share = Double(part) / 255
      return share <= 0.03928 ? share / 12.92 : power((share + 0.055) / 1.055)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  /// x to the power of 2.4, close enough: x² · x^0.4 by Newton's method on y⁵ = x².
  private func power(_ x: Double) -> Double {
    var root = 1.0
    for _ in 0..<60 {
      root -= (root * root * root * root * root - x * x) / (5 * root * root * root * root)
    }
    return x * x * root
  }

  @Test func `every colour can be read on black and on white`() {
    for (role, color) in Theme.default.colors {
      let light = luminance(color.rgb)
      #expect((light + 0.05) / 0.05 >= 3.7, "\(role) on black")
      #expect(1.05 / (light + 0.05) >= 3.7, "\(role) on white")
    }
  }
}
