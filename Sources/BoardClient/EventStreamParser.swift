/// Reads Server-Sent Events from bytes as they come. Lines end with LF or CRLF.
struct EventStreamParser {
  /// An event, or a comment, whose name begins with a colon.
  struct Event: Hashable {
    var name = "message"
    var id: String?
    var data: [UInt8] = []
  }

  /// A line that is longer than any of a listener.
  struct TooLong: Error {}

  /// As long as those of a journal.
  private static let maximumLine = 8 << 20

  private var buffer: [UInt8] = []
  private var event = Event()
  private var hasData = false

  /// The events that are whole with these bytes.
  mutating func take(_ bytes: some Sequence<UInt8>) throws(TooLong) -> [Event] {
    let searched = buffer.count
    buffer.append(contentsOf: bytes)
    var events: [Event] = []
    var start = 0
    var from = searched
    while let feed = buffer[from...].firstIndex(of: UInt8(ascii: "\n")) {
      let hasReturn = feed > start && buffer[feed - 1] == UInt8(ascii: "\r")
      take(line: buffer[start..<(hasReturn ? feed - 1 : feed)]).map { events.append($0) }
      start = feed + 1
      from = start
    }
    buffer.removeFirst(start)
    guard buffer.count <= Self.maximumLine, event.data.count <= Self.maximumLine else {
      throw TooLong()
    }
    return events
  }

  /// `: name data`; without a name where nothing is said, which is a sign of life.
  private func comment(_ text: ArraySlice<UInt8>) -> Event {
    let words = text.split(separator: UInt8(ascii: " "), maxSplits: 1)
    let name = words.first.map { String(decoding: $0, as: UTF8.self) } ?? ""
    return Event(name: ":" + name, data: words.dropFirst().flatMap { $0 })
  }

  /// The event that an empty line ends, or the comment that a line is.
  private mutating func take(line: ArraySlice<UInt8>) -> Event? {
    guard !line.isEmpty else {
      defer { (event, hasData) = (Event(), false) }
      return hasData ? event : nil
    }
    if line.first == UInt8(ascii: ":") { return comment(line.dropFirst()) }
    let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
    var value = line[colon...].dropFirst()
    if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
    if line[..<colon].elementsEqual("data".utf8) {
      if hasData { event.data.append(UInt8(ascii: "\n")) }
      event.data += value
      hasData = true
    } else if line[..<colon].elementsEqual("event".utf8) {
      event.name = String(decoding: value, as: UTF8.self)
    } else if line[..<colon].elementsEqual("id".utf8) {
      event.id = String(decoding: value, as: UTF8.self)
    }
    return nil
  }
}
