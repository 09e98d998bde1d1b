import CZlib
import CallModel
import CallbackWire
import Foundation

/// The text of an entry: one JSON object on a line of its own.
///
/// ```json
/// {"v":1,"seq":7,"at":"2026-11-22T09:00:12.345Z","peer":"203.0.113.7:4711","method":"POST",
///  "target":"/exotel","headers":{"content-type":"application/json"},"body":"{…}","crc":"0f3a99c1"}
/// ```
/// `body64` stands for a `body` that is not UTF-8; `"rejected":{"status":400,"reason":"…"}` marks a
/// refused request, with `"by":"decoder"` where only its content was wrong. `crc` is the CRC-32 (as gzip has it) of all bytes before `,"crc"`. A line of any
/// later format begins and ends like this one, so that it is told from a damaged one.
extension JournalEntry {
  /// The version of the format.
  package static let format = 1

  /// The line with its line feed.
  package var line: [UInt8] {
    var line: [UInt8] = []
    Self.appendLine(sequence: sequence, members: Self.members(self), to: &line)
    return line
  }

  /// Years that cannot be written are the first or the last that can.
  private static func arrival(_ moment: Instant) -> String {
    moment.rfc3339 ?? (moment.milliseconds < 0 ? "0001-01-01T00:00:00Z" : "9999-12-31T23:59:59Z")
  }

  /// What stands between the sequence and the checksum: it can be written before the sequence is
  /// known.
  static func members(_ entry: JournalEntry) -> [UInt8] {
    let raw = entry.raw
    var writer = JSONWriter(capacity: raw.target.utf8.count + raw.body.count * 5 / 4 + 160)
    writer.field("at", arrival(entry.arrivedAt))
    writer.field("peer", entry.peer)
    writer.field("method", raw.method)
    writer.field("target", raw.target)
    if let type = raw.contentType {
      writer.field("headers") { $0.field("content-type", type) }
    }
    if !raw.body.isEmpty {
      if let text = String(validating: raw.body, as: UTF8.self) {
        writer.field("body", text)
      } else {
        writer.field("body64", Data(raw.body).base64EncodedString())
      }
    }
    if let rejection = entry.rejection {
      writer.field("rejected") {
        $0.field("status", rejection.status)
        $0.field("reason", rejection.reason)
        if rejection.isOfContent { $0.field("by", "decoder") }
      }
    }
    return writer.bytes
  }

  static func appendLine(
    version: Int = format, sequence: UInt64, members: [UInt8], to lines: inout [UInt8]
  ) {
    let start = lines.count
    lines.append(contentsOf: "{\"v\":\(version),\"seq\":\(sequence),".utf8)
    lines.append(contentsOf: members)
    end(&lines, from: start)
  }

  /// A line of another kind, which is checked in the same way.
  static func checkedLine(version: Int, _ members: (inout JSONWriter) -> Void) -> [UInt8] {
    var writer = JSONWriter(capacity: 160)
    members(&writer)
    var line = Array("{\"v\":\(version),".utf8) + writer.bytes
    end(&line, from: 0)
    return line
  }

  /// Ends a line with the checksum of what stands before.
  private static func end(_ lines: inout [UInt8], from start: Int) {
    let sum = checksum(lines[start...])
    lines.append(contentsOf: ",\"crc\":\"".utf8)
    for shift in stride(from: 28, through: 0, by: -4) {
      lines.append(hexadecimal[Int(sum >> UInt32(shift) & 15)])
    }
    lines.append(contentsOf: "\"}\n".utf8)
  }

  private static let hexadecimal = Array("0123456789abcdef".utf8)

  private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.withUnsafeBufferPointer { UInt32(crc32(0, $0.baseAddress, UInt32($0.count))) }
  }

  /// The length of `,"crc":"0f3a99c1"}`.
  private static let tailLength = 18

  /// Reads a line, without its line feed.
  package init(line: ArraySlice<UInt8>) throws(JournalLineError) {
    try Self.check(line)
    // A recording may hold some.
    if AccountFact.isOne(line) { throw .fact }
    var fields = JournalLineFields()
    do throws(CallbackDecodingError) {
      try JSONFields.read(Array(line).span, into: &fields)
    } catch {
      throw .damaged(error.description)
    }
    if let format = fields.format, format > Self.format { throw .newer(format: format) }
    guard let entry = fields.entry else { throw .damaged("a field is missing or no field's value") }
    self = entry
  }

  /// Sees to it that a line is as it was written.
  static func check(_ line: ArraySlice<UInt8>) throws(JournalLineError) {
    guard line.count > tailLength else { throw .damaged("it is no journal entry") }
    let end = line.endIndex - tailLength
    let tail = String(decoding: line[end...], as: UTF8.self)
    guard tail.hasPrefix(",\"crc\":\""), tail.hasSuffix("\"}"),
      let sum = UInt32(tail.dropFirst(8).prefix(8), radix: 16)
    else { throw .damaged("its end, the checksum, is not there") }
    guard checksum(line[..<end]) == sum else { throw .damaged("its checksum is wrong") }
  }
}

/// Collects the fields of a line.
private struct JournalLineFields: FieldSink {
  private(set) var format: Int?
  private var sequence: UInt64?
  private var at: Instant?
  private var peer = ""
  private var raw = RawCallback(method: "", target: "")
  private var status: Int?
  private var reason: String?
  private var isOfContent = false
  private var isWhole = true

  mutating func take(_ name: Span<UInt8>, _ value: Span<UInt8>) {
    switch name.text {
    case "v": format = Int(value.text)
    case "seq": sequence = Int64(value.text).flatMap { UInt64(exactly: $0) }
    case "at": at = ProviderTime.readOwn(value)
    case "peer": peer = value.text
    case "method": raw.method = value.text
    case "target": raw.target = value.text
    case "headers[content-type]": raw.contentType = value.text
    case "body": raw.body = value.withUnsafeBufferPointer { Array($0) }
    case "body64":
      guard let body = Data(base64Encoded: value.text) else { return isWhole = false }
      raw.body = Array(body)
    case "rejected[status]": status = Int(value.text)
    case "rejected[reason]": reason = value.text
    case "rejected[by]": isOfContent = value.text == "decoder"
    default: break
    }
  }

  var entry: JournalEntry? {
    guard isWhole, format != nil, let sequence, let at, !raw.method.isEmpty else { return nil }
    return JournalEntry(
      sequence: sequence, arrivedAt: at, peer: peer, raw: raw,
      rejection: status.map { .init(status: $0, reason: reason ?? "", isOfContent: isOfContent) })
  }
}

extension Span where Element == UInt8 {
  var text: String { withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) } }
}
