import Testing

@testable import BoardScreen

@Suite struct SparklineTests {
  private let utf8 = Signs(ascii: false)

  @Test func `the largest number is the highest bar, and zero the lowest`() {
    #expect(Sparkline.text([0, 1, 2, 3, 4, 5, 6, 7], width: 8, utf8) == "▁▂▃▄▅▆▇█")
    #expect(Sparkline.text([0, 10, 20, 70], width: 4, utf8) == "▁▂▃█")
    #expect(
      Sparkline.text([0, 1, 2, 3, 4, 5, 6, 7], width: 8, Signs(ascii: true)) == "_.:-=+*#")
  }

  @Test(arguments: [1, 2, 100, 1_000_000, Int.max])
  func `a small number never looks like zero`(_ most: Int) {
    for signs in [utf8, Signs(ascii: true)] {
      let line = Array(Sparkline.text([0, 1, most], width: 3, signs))
      #expect(line[0] != line[1])
      #expect(line[2] == signs.levels.last)
    }
  }

  @Test func `the newest is at the right, and what has no room is forgotten`() {
    #expect(Sparkline.text([1, 7], width: 5, utf8) == "   ▂█")
    #expect(Sparkline.text([900, 1, 7], width: 2, utf8) == "▂█")
  }

  @Test func `two lines can have one scale`() {
    #expect(Sparkline.text([1, 2], width: 2, most: 20, utf8) == "▂▂")
    #expect(Sparkline.text([1, 20], width: 2, most: 4, utf8) == "▂█")
  }

  @Test func `without anything to count there is a flat line`() {
    #expect(Sparkline.text([0, 0, 0], width: 3, utf8) == "▁▁▁")
    #expect(Sparkline.text([-3, 0], width: 3, utf8) == " ▁▁")
    #expect(Sparkline.text([], width: 3, utf8) == "   ")
  }

  @Test(arguments: [0, -1]) func `no room is no line`(_ width: Int) {
    #expect(Sparkline.text([1, 2], width: width, utf8).isEmpty)
  }
}
