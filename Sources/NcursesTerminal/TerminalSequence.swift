import BoardScreen

/// What a terminal is told beside what it shows.
enum TerminalSequence {
  private static let escape = "\u{1B}"
  private static let bell = "\u{07}"
  /// Terminals take no more.
  private static let longest = 74_000

  /// Puts a text onto the clipboard (OSC 52); nil for one that is too long.
  static func copying(_ text: String) -> String? {
    let encoded = base64(Array(text.utf8))
    return encoded.utf8.count > longest ? nil : "\(escape)]52;c;\(encoded)\(bell)"
  }

  /// Rings, and notifies in the two ways that terminals know (OSC 9 and 777).
  static func alerting(_ alert: Alert) -> String {
    let notice = alert.notice.map { text in
      let plain = String(text.unicodeScalars.filter { $0.properties.generalCategory != .control })
        .replacing(";", with: ",")
      return "\(escape)]9;Callboard: \(plain)\(bell)\(escape)]777;notify;Callboard;\(plain)\(bell)"
    }
    return (notice ?? "") + (alert.rings ? bell : "")
  }

  private static func base64(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var encoded: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        let letter = letters[bits >> (18 - 6 * place) & 63]
        encoded.append(place <= group.count ? letter : UInt8(ascii: "="))
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }
}
