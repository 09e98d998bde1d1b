import CallModel

/// Writes JSON in the order in which it is told; what is unknown becomes `null`.
package struct JSONWriter {
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// `capacity`: the number of bytes that will be needed, as far as is known.
  package init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  package mutating func object(_ members: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "{"))
    members(&self)
    close(UInt8(ascii: "}"))
  }

  package mutating func array<Items: Sequence>(
    _ items: Items, _ write: (inout JSONWriter, Items.Element) -> Void
  ) {
    open(UInt8(ascii: "["))
    for item in items { write(&self, item) }
    close(UInt8(ascii: "]"))
  }

  package mutating func value(_ text: String?) {
    separate()
    guard let text else { return raw("null") }
    quote(text)
  }

  package mutating func value(_ flag: Bool) {
    separate()
    raw(flag ? "true" : "false")
  }

  package mutating func value(_ number: Int?) {
    separate()
    raw(number.map { String($0) } ?? "null")
  }

  /// The number with at most `decimals` (0 to 6) decimals, rounded, without trailing zeros.
  package mutating func value(_ number: Double?, decimals: Int) {
    separate()
    raw(number.flatMap { Self.text(of: $0, decimals: decimals) } ?? "null")
  }

  private static func text(of number: Double, decimals: Int) -> String? {
    var scale = 1
    for _ in 0..<decimals { scale *= 10 }
    guard let units = Int(exactly: (number * Double(scale)).rounded()) else { return nil }
    let (whole, fraction) = units.magnitude.quotientAndRemainder(dividingBy: UInt(scale))
    let sign = units < 0 ? "-" : ""
    guard fraction != 0 else { return sign + String(whole) }
    var digits = String(fraction + UInt(scale)).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return sign + String(whole) + "." + digits
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

  fileprivate mutating func name(_ name: String) {
    separate()
    quote(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  private mutating func quote(_ text: String) {
    var text = text
    bytes.append(UInt8(ascii: "\""))
    let isQuoted = text.withUTF8 { quote(ascii: $0) }
    if !isQuoted {
      for scalar in text.unicodeScalars { escape(scalar) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// False, with nothing written, where the text has anything but printable ASCII.
  private mutating func quote(ascii text: UnsafeBufferPointer<UInt8>) -> Bool {
    var isPrintable = true
    var escapes = 0
    // Without a way out amid the text, so that many bytes are looked at together.
    for byte in text {
      isPrintable = isPrintable && (0x20..<0x7f).contains(byte)
      escapes &+= Self.needsBackslash(byte) ? 1 : 0
    }
    guard isPrintable else { return false }
    bytes.append(addingCapacity: text.count + escapes) { output in
      output.withUnsafeMutableBufferPointer { bytes, count in
        Self.write(text, to: bytes)
        count = text.count + escapes
      }
    }
    return true
  }

  /// Writes text with its backslashes. Without a branch for them, which in JSON nobody can foretell.
  private static func write(
    _ text: UnsafeBufferPointer<UInt8>, to bytes: UnsafeMutableBufferPointer<UInt8>
  ) {
    var place = 0
    for byte in text {
      // Written over by the byte itself, unless it needs one.
      bytes[place] = UInt8(ascii: "\\")
      place &+= needsBackslash(byte) ? 1 : 0
      bytes[place] = byte
      place &+= 1
    }
  }

  private static func needsBackslash(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  /// Control characters and what turns the direction of writing are escaped too: people read this
  /// in terminals.
  private mutating func escape(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x22: raw("\\\"")
    case 0x5c: raw("\\\\")
    case 0x0a: raw("\\n")
    case 0x0d: raw("\\r")
    case 0x09: raw("\\t")
    case 0..<0x20, 0x7f...0x9f, 0x200e...0x200f, 0x2028...0x202e, 0x2066...0x2069, 0x061c:
      let digits = String(scalar.value, radix: 16)
      raw("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits)
    default: bytes.append(contentsOf: scalar.utf8)
    }
  }
}

extension JSONWriter {
  package mutating func field(_ name: String, _ text: String?) {
    self.name(name)
    value(text)
  }

  package mutating func field(_ name: String, _ flag: Bool) {
    self.name(name)
    value(flag)
  }

  package mutating func field(_ name: String, _ number: Int?) {
    self.name(name)
    value(number)
  }

  package mutating func field(_ name: String, _ number: Double?, decimals: Int) {
    self.name(name)
    value(number, decimals: decimals)
  }

  /// RFC 3339 in UTC.
  package mutating func field(_ name: String, _ time: Instant?) {
    field(name, time.flatMap(\.rfc3339))
  }

  /// Whole seconds where it is whole, else with up to three decimals.
  package mutating func field(_ name: String, seconds: Duration?) {
    field(name, seconds?.inSeconds, decimals: 3)
  }

  package mutating func field(_ name: String, object members: (inout JSONWriter) -> Void) {
    self.name(name)
    object(members)
  }

  /// What `write` writes is the value.
  package mutating func write(_ name: String, _ write: (inout JSONWriter) -> Void) {
    self.name(name)
    write(&self)
  }

  package mutating func field<Items: Sequence>(
    _ name: String, array items: Items, _ write: (inout JSONWriter, Items.Element) -> Void
  ) {
    self.name(name)
    array(items, write)
  }
}
