extension RawCallback {
  /// Reads a request as a text file has it: request line, headers, an empty line, the body.
  ///
  /// Lines may end in LF alone. One line break at the end is that of the file. Nil where the first
  /// line is no request line.
  package init?(requestText bytes: [UInt8]) {
    var lines = HeadLines(bytes)
    guard let first = lines.next() else { return nil }
    let words = first.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 3, words[2].hasPrefix("HTTP/"), !words[0].isEmpty, !words[1].isEmpty,
      words[0].utf8.allSatisfy({ $0.asciiUppercase == $0 && $0.asciiLowercase != $0 })
    else { return nil }
    var contentType: String?
    while let line = lines.next(), !line.isEmpty {
      guard contentType == nil, let colon = line.firstIndex(of: ":"),
        line[..<colon].lowercased() == "content-type"
      else { continue }
      contentType = String(line[line.index(after: colon)...]).trimmingBlanks()
    }
    self.init(
      method: String(words[0]), target: String(words[1]), contentType: contentType,
      body: Array(lines.rest))
  }
}

/// The lines of a request's head.
private struct HeadLines {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Without its line break; nil at the end.
  mutating func next() -> String? {
    guard position < bytes.count else { return nil }
    let end = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    let line = bytes[position..<end]
    position = min(end + 1, bytes.count)
    return String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
  }

  /// What has not been read, without the file's own line break.
  var rest: ArraySlice<UInt8> {
    var rest = bytes[position...]
    guard rest.last == UInt8(ascii: "\n") else { return rest }
    rest.removeLast()
    return rest.last == UInt8(ascii: "\r") ? rest.dropLast() : rest
  }
}
