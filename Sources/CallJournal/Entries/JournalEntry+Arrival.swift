import CallModel
import CallbackWire

extension JournalEntry {
  /// When the entry of a line arrived, without reading the rest of it: a hundred times quicker.
  static func arrival(line: ArraySlice<UInt8>) throws(JournalLineError) -> Instant {
    try check(line)
    if let arrival = writtenArrival(line) { return arrival }
    return try JournalEntry(line: line).arrivedAt
  }

  /// Of a line that begins as this version writes it: `{"v":1,"seq":7,"at":"2026-…`.
  private static func writtenArrival(_ line: ArraySlice<UInt8>) -> Instant? {
    guard line.starts(with: head) else { return nil }
    let rest = line.dropFirst(head.count).drop { (0x30...0x39).contains($0) }
    guard rest.starts(with: time) else { return nil }
    let text = rest.dropFirst(time.count).prefix { $0 != UInt8(ascii: "\"") }
    guard text.count <= 24 else { return nil }
    return ProviderTime.readOwn(Array(text).span)
  }

  private static let head = Array("{\"v\":\(format),\"seq\":".utf8)
  private static let time = Array(",\"at\":\"".utf8)
}
