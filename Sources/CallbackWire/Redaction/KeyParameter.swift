/// The parameter `key` of a query or a form, in any letter case and however its name is escaped.
package enum KeyParameter {
  /// The bytes with `***` for its value, wherever it is given behind `start`; nil where it is not.
  static func masked(_ form: [UInt8], from start: Int = 0) -> [UInt8]? {
    form.withUnsafeBufferPointer { form in
      var masked: [UInt8] = []
      var (pair, copied) = (start, 0)
      while pair < form.count {
        let (nameEnd, end) = parts(of: form, from: pair)
        if isKey(form[pair..<nameEnd]) {
          masked += form[copied..<nameEnd]
          masked += [UInt8(ascii: "=")] + SecretRedaction.mask
          copied = end
        }
        pair = end + 1
      }
      return copied > 0 ? masked + form[copied...] : nil
    }
  }

  /// True for `key=***`, which opens nothing.
  package static func isMasked(_ pair: Substring) -> Bool {
    let parts = pair.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, parts[1] == "***" else { return false }
    return Array(parts[0].utf8).withUnsafeBufferPointer { isKey($0[...]) }
  }

  /// Where the name of a pair ends, and where the pair does.
  private static func parts(
    of form: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> (name: Int, end: Int) {
    var name = start
    while name < form.count, form[name] != UInt8(ascii: "&"), form[name] != UInt8(ascii: "=") {
      name += 1
    }
    var end = name
    while end < form.count, form[end] != UInt8(ascii: "&") { end += 1 }
    return (name, end)
  }

  /// A longer name is no `key` that anybody escaped.
  private static let longestName = 128
  private static let none = ByteSet([UInt8]())

  private static func isKey(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    if name.count == 3 { return isPlain(name) }
    guard name.count <= longestName, name.contains(UInt8(ascii: "%")) else { return false }
    var text = UnescapedBytes(Array(name))
    for _ in 0..<SecretRedaction.levels {
      guard text.unescape(.percent, wanted: none) else { break }
      if isPlain(text.bytes) { return true }
    }
    return false
  }

  private static func isPlain(_ name: some Collection<UInt8>) -> Bool {
    name.count == 3 && zip(name, "key".utf8).allSatisfy { $0 | 0x20 == $1 }
  }
}
