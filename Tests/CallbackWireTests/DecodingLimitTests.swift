import CallbackWire
import Testing

struct DecodingLimitTests {
  private func error(_ raw: RawCallback) -> CallbackDecodingError? {
    do {
      _ = try CallbackDecoder().decode(raw)
      return nil
    } catch { return error }
  }

  private func error(_ query: String) -> CallbackDecodingError? {
    error(RawCallback(method: "GET", target: "/exotel?" + query))
  }

  @Test func `a sid has at most 128 characters`() {
    let sid = String(repeating: "s", count: 128)
    #expect(error("Status=busy&CallSid=" + sid) == nil)
    #expect(error("Status=busy&CallSid=s" + sid) == .sidTooLong(129))
  }

  @Test(arguments: [
    ("a+b", 2), ("+a", 1), ("a+", 2), ("a%0A", 2), ("%1b[31ma", 1), ("a%C3%A9", 2), ("%7F", 1),
    ("a%00", 2), ("%FF", 1),
  ])
  func `a sid is printable ASCII without blanks`(sid: String, position: Int) {
    #expect(error("Status=busy&CallSid=" + sid) == .sidCharacter(position))
    #expect(error("Status=busy&CallSid=!~%5B%5D") == nil)
  }

  @Test func `a body has at most 1 MiB`() {
    let head = "CallSid=1&Status=busy&x="
    var raw = RawCallback(method: "POST", target: "/", body: Array(head.utf8))
    raw.body += [UInt8](repeating: UInt8(ascii: "x"), count: 1_048_576 - head.utf8.count)
    #expect(error(raw) == nil)
    raw.body.append(UInt8(ascii: "x"))
    #expect(error(raw) == .bodyTooLarge(1_048_577))
  }

  @Test(arguments: CallbackEncoder.Encoding.allCases)
  func `a callback is read whatever the number of its fields`(
    encoding: CallbackEncoder.Encoding
  ) throws {
    var fields = CallbackFields()
    for number in 1...2_000 { fields.append("f\(number)", "x") }
    for (name, value) in [("CallFrom", "1"), ("CallType", "completed"), ("CallSid", "c1")] {
      fields.append(name, value)
    }
    let raw = CallbackEncoder(encoding).encode(fields)
    let callback = try CallbackDecoder().decode(raw)
    #expect(callback.sid == "c1" && callback.event == .disposition("completed"))
    #expect(!callback.isOdd)
    #expect(try CallbackDecoder().fields(of: raw) == fields)
    #expect(CallbackDecoder().review(raw).fields.count == 2_003)
    fields.all[1_999].value = "y"
    let other = try CallbackDecoder().decode(CallbackEncoder(encoding).encode(fields))
    #expect(other.fingerprint != callback.fingerprint)
  }

  @Test func `a query names the call of a body with many fields`() throws {
    let fields = (1...300).map { "f\($0)=x" }.joined(separator: "&")
    let raw = RawCallback(
      method: "POST", target: "/?CallFrom=2&CallSid=c1", body: Array(fields.utf8))
    #expect(try CallbackDecoder().decode(raw).family == .flow)
  }

  @Test func `many fields that name no call are refused for that`() {
    let query = (1...300).map { "f\($0)=x" }.joined(separator: "&")
    #expect(error(query) == .missingSid(came: (1...12).map { "f\($0)" }))
  }

  @Test func `as many entries of Legs are read as a call can have attempts`() throws {
    let legs = (0..<200).flatMap { leg in
      let number = "0988\(1_000_000 + leg)"
      return ["Number=\(number)", "Type=single", "Status=no-answer", "Cause=19"].map { part in
        "Legs[\(leg)][" + part.replacing("=", with: "]=")
      }
    }
    let query = "CallSid=c1&CallFrom=1&CallType=incomplete&" + legs.joined(separator: "&")
    let callback = try decode(query)
    #expect(callback.legs.map(\.index) == Array(0..<200) && !callback.isOdd)
    #expect(callback.legs.allSatisfy { $0.number != nil && $0.status == "no-answer" })
    let more = try decode(query + "&Legs[200][Number]=09880000001")
    #expect(more.legs.count == 200 && more.isOdd)
    #expect(try !decode(query + "&Legs[200][Number]=").isOdd)
  }

  private static let link = "https://example.com/" + String(repeating: "a", count: 4_076)

  @Test(arguments: [
    "RecordingUrl", "PreSignedRecordingUrl", "RecordingUrlList", "CallRecordings",
    "recordings.0.url", "call_details.recordings", "VoicemailUrl", "Stream[RecordingUrl]",
  ])
  func `a link is kept up to 4,096 characters`(name: String) throws {
    for encoding in CallbackEncoder.Encoding.allCases {
      for link in [Self.link, Self.link + "b"] {
        var fields = CallbackFields()
        fields.append("CallSid", "1")
        fields.append("CallFrom", "09812300001")
        fields.append(name, link)
        let callback = try CallbackDecoder().decode(CallbackEncoder(encoding).encode(fields))
        #expect(callback.recordingURL == Self.link)
        #expect(callback.voicemailURL == (name == "VoicemailUrl" ? Self.link : nil))
      }
    }
  }

  @Test func `a link is cleaned before it is cut`() throws {
    let query = "/exotel?CallSid=1&CallFrom=2&RecordingUrl=%1b[31m"
    let raw = RawCallback(method: "GET", target: query + Self.link + "b")
    #expect(try CallbackDecoder().decode(raw).recordingURL == Self.link)
  }

  @Test(arguments: ["text/xml", "text/plain", "application/jsonx", "multipart/mixed", ""])
  func `other content types are refused`(type: String) {
    let raw = RawCallback(
      method: "POST", target: "/", contentType: type, body: Array("CallSid=1&Status=x".utf8))
    #expect(error(raw) == .unsupportedContentType(type))
  }
}
