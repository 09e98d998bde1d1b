import CallModel
import Foundation
import Testing

@testable import CallbackWire

struct JSONWriterTests {
  private func text(_ write: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    write(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func `members and items stand in their order, with commas between them`() {
    let json = text {
      $0.object {
        $0.field("a", 1)
        $0.field("b", array: [1, 2]) { $0.value($1) }
        $0.field("c", array: [Int]()) { $0.value($1) }
        $0.field("d") { $0.field("e", "x") }
        $0.field("f") { _ in }
      }
    }
    #expect(json == #"{"a":1,"b":[1,2],"c":[],"d":{"e":"x"},"f":{}}"#)
  }

  @Test func `what is unknown is null`() {
    let json = text {
      $0.object {
        $0.field("text", String?.none)
        $0.field("number", Int?.none)
        $0.field("time", Instant?.none)
        $0.field("length", seconds: nil)
        $0.field("mean", nil, decimals: 1)
      }
    }
    #expect(json == #"{"text":null,"number":null,"time":null,"length":null,"mean":null}"#)
  }

  @Test(arguments: [
    (6.0, 3, "6"), (7.5, 3, "7.5"), (0.0625, 3, "0.063"), (0.001, 3, "0.001"), (-1.25, 2, "-1.25"),
    (-0.04, 1, "0"), (0.786, 2, "0.79"), (9.06, 1, "9.1"), (9.96, 1, "10"), (192.4, 1, "192.4"),
  ])
  func `numbers are rounded and end with a digit that counts`(
    _ number: Double, _ decimals: Int, _ expected: String
  ) {
    #expect(text { $0.value(number, decimals: decimals) } == expected)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, 1e300])
  func `what JSON cannot say is null`(_ number: Double) {
    #expect(text { $0.value(number, decimals: 3) } == "null")
  }

  @Test func `durations are seconds, whole where they are whole`() {
    #expect(text { $0.object { $0.field("s", seconds: .seconds(12)) } } == #"{"s":12}"#)
    #expect(text { $0.object { $0.field("s", seconds: .milliseconds(4_250)) } } == #"{"s":4.25}"#)
  }

  @Test func `no control character and no turned writing comes out as it is`() {
    let value = "a\"\\\n\r\t\u{1b}[31m\u{7f}\u{9b}\u{202e}\u{2066}é🙂"
    let expected = #""a\"\\\n\r\t\u001b[31m\u007f\u009b\u202e\u2066é🙂""#
    #expect(text { $0.value(value) } == expected)
  }

  @Test func `any text comes back as it was`() throws {
    var scalars = String.UnicodeScalarView()
    for value in UInt32(0)...0x2fff { scalars.append(Unicode.Scalar(value) ?? " ") }
    let all = String(scalars)
    let json = text { $0.array([all]) { $0.value($1) } }
    let back = try JSONDecoder().decode([String].self, from: Data(json.utf8))
    #expect(back.first.map { Array($0.utf8) } == Array(all.utf8))
  }
}
