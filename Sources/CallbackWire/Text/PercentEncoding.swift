/// Percent-encoding (RFC 3986 § 2.1), and a form's `+` for a blank.
package enum PercentEncoding {
  /// The bytes of a text, where a `+` may stand for a blank. Nil for a `%` without two hexadecimal digits.
  package static func bytes(_ encoded: Substring.UTF8View, plusIsBlank: Bool) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(encoded.count)
    var rest = encoded.makeIterator()
    while let byte = rest.next() {
      switch byte {
      case UInt8(ascii: "%"):
        guard let high = rest.next().flatMap(Byte.hexadecimal),
          let low = rest.next().flatMap(Byte.hexadecimal)
        else { return nil }
        bytes.append(high << 4 | low)
      case UInt8(ascii: "+") where plusIsBlank: bytes.append(UInt8(ascii: " "))
      default: bytes.append(byte)
      }
    }
    return bytes
  }

  /// The same as text. Nil also for what is no UTF-8 once decoded.
  package static func text(_ encoded: Substring.UTF8View, plusIsBlank: Bool) -> String? {
    bytes(encoded, plusIsBlank: plusIsBlank).flatMap { String(validating: $0, as: UTF8.self) }
  }

  /// True where a letter, a digit or another unreserved character is escaped: RFC 3986 § 2.3 wants them
  /// plain.
  package static func escapesInVain(_ encoded: Substring.UTF8View) -> Bool {
    var rest = encoded.makeIterator()
    while let byte = rest.next() {
      guard byte == UInt8(ascii: "%") else { continue }
      guard let high = rest.next().flatMap(Byte.hexadecimal),
        let low = rest.next().flatMap(Byte.hexadecimal)
      else { return false }
      if isUnreserved(high << 4 | low) { return true }
    }
    return false
  }

  /// The text as it can stand in a query.
  package static func encoded(_ text: String) -> String {
    var encoded = ""
    for byte in text.utf8 {
      if isUnreserved(byte) {
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        encoded += (byte < 16 ? "%0" : "%") + digits
      }
    }
    return encoded
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }
}
