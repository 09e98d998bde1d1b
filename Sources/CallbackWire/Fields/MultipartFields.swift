/// Reads a `multipart/form-data` body (RFC 7578): each part is a field, whatever its type.
///
/// Lines may end in LF alone. What stands before the first and after the last boundary is
/// passed over.
package enum MultipartFields {
  /// - Throws: ``CallbackDecodingError/badMultipart(byte:expected:)``.
  package static func read<Sink: FieldSink>(
    _ bytes: Span<UInt8>, boundary: [UInt8], into sink: inout Sink
  ) throws(CallbackDecodingError) {
    let delimiters = Delimiters(boundary: boundary)
    guard var delimiter = delimiters.next(bytes, from: 0) else {
      throw .badMultipart(byte: 0, expected: "a line with the boundary")
    }
    while !delimiter.isLast {
      var name: [UInt8]?
      let start = try readHead(bytes, from: delimiter.end, name: &name)
      guard let name else {
        throw .badMultipart(
          byte: delimiter.end, expected: "Content-Disposition: form-data; name=\"…\"")
      }
      guard let following = delimiters.next(bytes, from: start) else {
        throw .badMultipart(byte: bytes.count, expected: "the closing boundary")
      }
      sink.take(name.span, bytes.extracting(start..<max(start, following.start)))
      delimiter = following
    }
  }

  /// Reads the header lines of a part and returns where its content begins.
  private static func readHead(
    _ bytes: Span<UInt8>, from start: Int, name: inout [UInt8]?
  ) throws(CallbackDecodingError) -> Int {
    var position = start
    while let newline = bytes.firstIndex(of: UInt8(ascii: "\n"), from: position) {
      let line = bytes.extracting(position..<newline)
      position = newline + 1
      let text = line.extracting(line.trimmedLineRange)
      if text.count == 0 { return position }
      if name == nil { name = fieldName(text) }
    }
    throw .badMultipart(byte: bytes.count, expected: "an empty line after a part's headers")
  }

  /// The name in a `Content-Disposition` line; nil in any other line.
  private static func fieldName(_ line: Span<UInt8>) -> [UInt8]? {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")),
      line.extracting(0..<colon).equalsIgnoringCase("content-disposition")
    else { return nil }
    return HeaderParameters.value(
      of: "name", in: line.extracting((colon + 1)..<line.count))
  }
}

/// Finds the lines that part a multipart body.
private struct Delimiters {
  struct Delimiter {
    /// Where the content before it ends, without the line break that belongs to the delimiter.
    let start: Int
    /// Where the next line begins.
    let end: Int
    let isLast: Bool
  }

  /// `--` and the boundary.
  private let marker: [UInt8]

  init(boundary: [UInt8]) {
    marker = [UInt8(ascii: "-"), UInt8(ascii: "-")] + boundary
  }

  func next(_ bytes: Span<UInt8>, from start: Int) -> Delimiter? {
    var line = start
    while line < bytes.count {
      let end = bytes.firstIndex(of: UInt8(ascii: "\n"), from: line) ?? bytes.count
      if let isLast = matches(bytes.extracting(line..<end)) {
        return Delimiter(
          start: contentEnd(bytes, line: line), end: min(end + 1, bytes.count), isLast: isLast)
      }
      line = end + 1
    }
    return nil
  }

  /// Nil for a line that is no delimiter, else whether it is the closing one.
  private func matches(_ line: Span<UInt8>) -> Bool? {
    guard line.count >= marker.count else { return nil }
    for index in 0..<marker.count where line[index] != marker[index] { return nil }
    let rest = line.extracting(marker.count..<line.count)
    let tail = rest.extracting(rest.trimmedLineRange)
    if tail.count == 0 { return false }
    return tail.equals("--") ? true : nil
  }

  private func contentEnd(_ bytes: Span<UInt8>, line: Int) -> Int {
    guard line >= 1 else { return line }
    return line >= 2 && bytes[line - 2] == UInt8(ascii: "\r") ? line - 2 : line - 1
  }
}
