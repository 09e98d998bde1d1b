import BoardScreen
import Glibc
import Testing

/// The screen and the terminal's library must count the same columns, or rows shift.
@Suite struct WidthAgreementTests {
  @Test func `what is drawn is as wide as the C library says`() throws {
    let locale = try #require(newlocale(1 << LC_CTYPE, "C.UTF-8", nil))
    let earlier = uselocale(locale)
    defer {
      uselocale(earlier)
      freelocale(locale)
    }
    let symbol = try #require(dlsym(nil, "wcwidth"))
    let wcwidth = unsafeBitCast(symbol, to: (@convention(c) (Int32) -> Int32).self)
    var differing: [String] = []
    for value in Array(UInt32(0x20)...0xFFFF) + Array(0x1F000...0x1FAFF) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let drawn = TextWidth.of(String(scalar))
      // Marks that stand alone, and what is not drawn at all, do not count.
      guard drawn > 0 else { continue }
      let terminal = Int(wcwidth(Int32(value)))
      // It may not know the newest characters.
      if terminal >= 0, terminal != drawn {
        differing.append(String(value, radix: 16) + ":\(drawn)/\(terminal)")
      }
    }
    #expect(differing.isEmpty, "\(differing.count): \(differing.prefix(60))")
  }
}
