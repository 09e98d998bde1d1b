import Testing

@testable import CallbackWire

@Suite struct SpanWordsTests {
  /// What ends a string, and neighbours that do not.
  private static let ends: [UInt8] = [0x00, 0x1F, 0x22, 0x5C]
  private static let others: [UInt8] = [
    0x20, 0x21, 0x23, 0x5B, 0x5D, 0x7F, 0x80, 0x9F, 0xA2, 0xDC, 0xFF,
  ]

  @Test func `a string ends at the first byte that cannot stand in it, wherever that is`() {
    for length in 0..<20 {
      for place in 0...length {
        for end in Self.ends {
          var bytes = (0..<length).map { Self.others[$0 % Self.others.count] }
          if place < length { bytes[place] = end }
          // What follows must not be taken for the first.
          for later in place..<length where later > place { bytes[later] = 0x22 }
          for start in [0, min(place, 3)] {
            let found = bytes.span.firstStringEnd(from: start)
            #expect(found == place, "\(bytes) from \(start)")
          }
        }
      }
    }
  }

  private static func isASCII(_ bytes: [UInt8]) -> Bool { bytes.span.isASCII }

  @Test func `one byte outside ASCII is seen at any place`() {
    for length in 0..<70 {
      var bytes = [UInt8](repeating: 0x7F, count: length)
      #expect(Self.isASCII(bytes))
      for place in 0..<length {
        bytes[place] = 0x80
        #expect(!Self.isASCII(bytes))
        bytes[place] = 0x7F
      }
    }
  }
}
