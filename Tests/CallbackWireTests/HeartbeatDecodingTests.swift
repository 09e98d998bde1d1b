import CallModel
import Testing

@testable import CallbackWire

struct HeartbeatDecodingTests {
  private func read(_ body: String, query: String = "") throws -> RequestContent {
    try CallbackDecoder().read(
      RawCallback(
        method: "POST", target: "/exotel" + query, contentType: "application/json",
        body: Array(body.utf8)))
  }

  private func heartbeat(_ body: String, query: String = "") throws -> Heartbeat {
    guard case .heartbeat(let heartbeat) = try read(body, query: query) else {
      throw CallbackDecodingError.missingSid(came: [])
    }
    return heartbeat
  }

  private static let told = #"""
    {"timestamp":"2026-11-24T12:50:00+05:30","status_type":"critical",
     "incoming_affected":["F1_e2-d3"],"outgoing_affected":["08044556679"],
     "data":{"F1_e2-d3":{"phone_number":"08044556678","connectivity":{
       "incoming_call":{"status":"major_outage","last_check_time":"2026-11-24T12:49:30+05:30",
         "alternate_exophone":"08044556670"},"outgoing_call":{"status":"active"}}},
      "b":{"exophone":"08044556671","connectivity":{"outgoing_call":{"status":"degraded"}}},
      "c":{}}}
    """#

  @Test func `a heartbeat is read, and ids are spelled as they came`() throws {
    let heartbeat = try heartbeat(Self.told)
    #expect(heartbeat.timestamp == Instant(seconds: 1_795_504_800))
    #expect(heartbeat.status == "CRITICAL")
    #expect(heartbeat.lines.map(\.id) == ["F1_e2-d3", "08044556679", "b", "c"])
    let first = heartbeat.lines[0]
    #expect(first.told?.text == "08044556678" && first.own == nil)
    #expect(first.incoming.isInTrouble && !first.outgoing.isInTrouble)
    #expect(first.incoming.alternate?.text == "08044556670")
    #expect(heartbeat.lines[1].own?.key == "+918044556679")
    #expect(heartbeat.lines[1].outgoing.isInTrouble && heartbeat.lines[2].outgoing.isInTrouble)
    #expect(heartbeat.troubleCount == 3)
  }

  @Test func `a heartbeat is no callback, and one that names a call is one`() throws {
    #expect(throws: CallbackDecodingError.missingSid(came: [])) {
      try CallbackDecoder().decode(
        RawCallback(
          method: "POST", target: "/exotel", contentType: "application/json",
          body: Array(Self.told.utf8)))
    }
    #expect(try read(#"{"status_type":"OK","call_sid":"c1"}"#).callback?.sid == "c1")
    #expect(try read(Self.told, query: "?CallSid=c1").callback?.sid == "c1")
    #expect(
      try read(#"{"status_type":"OK","event_sid":"e","data":{"leg_sid":"l1"}}"#).callback?.sid
        == "l1")
  }

  @Test func `a line whose id is like another field's name is a line`() throws {
    let heartbeat = try heartbeat(
      #"{"status_type":"OK","data":{"leg_sid":{"phone_number":"08044556678"}}}"#)
    #expect(heartbeat.lines.map(\.id) == ["leg_sid"])
  }

  @Test func `as many lines as the account has are read, however many fields that are`() throws {
    let entries = (0..<1_000).map {
      #""l\#($0)":{"connectivity":{"incoming_call":{"status":"x"}}}"#
    }
    let body = #"{"data":{\#(entries.joined(separator: ","))},"status_type":"WARNING"}"#
    #expect(try heartbeat(body).lines.count == 1_000)
    do {
      _ = try read(body.replacing("status_type", with: "other"))
      Issue.record("it was taken")
    } catch {
      #expect("\(error)".contains("names no call"))
    }
  }

  @Test func `what is too much of it is left out`() throws {
    let ids = (0..<(Heartbeat.maximumLines + 10)).map { "\"\($0)\"" }.joined(separator: ",")
    let word = String(repeating: "W", count: 500)
    let heartbeat = try heartbeat(
      #"{"status_type":"\#(word)","incoming_affected":[\#(ids)]}"#)
    #expect(heartbeat.lines.count == Heartbeat.maximumLines && heartbeat.status.count == 32)
    let long = String(repeating: "x", count: 129)
    #expect(
      try self.heartbeat(#"{"status_type":"OK","incoming_affected":["\#(long)"]}"#).lines.isEmpty)
  }

  @Test(arguments: [
    #"{"status_type":null}"#, #"{"status_type":"N/A"}"#, #"{"status_type":{}}"#,
    #"{"data":{"a":{}}}"#,
  ])
  func `without a status_type it is refused, and the refusal says what was looked for`(
    _ body: String
  ) {
    do {
      _ = try read(body)
      Issue.record("it was taken")
    } catch {
      #expect("\(error)".contains("status_type"))
    }
  }

  @Test(arguments: [
    "[]", "x", "[[]]", #"[{"a":1}]"#, #"{"a":[1,{"b":null}]}"#, "null", "1e999",
    #""\u001b[2J\u0000""#, #"{"]":{"[":1}}"#, #"{"":{"":""}}"#,
  ])
  func `odd contents do not trap, and nothing dangerous comes out`(_ odd: String) {
    for name in ["timestamp", "status_type", "incoming_affected", "outgoing_affected", "data"] {
      let members = ["status_type", name].map { member in
        "\"\(member)\":" + (member == name ? odd : "\"OK\"")
      }
      guard let heartbeat = try? heartbeat("{" + members.joined(separator: ",") + "}") else {
        continue
      }
      for line in heartbeat.lines {
        #expect(line.id.unicodeScalars.allSatisfy { $0.value >= 0x20 && !line.id.isEmpty })
      }
    }
  }

  @Test func `two deliveries of one heartbeat are equal, and others are not`() throws {
    let one = #"{"status_type":"OK","timestamp":"2026-11-24T12:50:00+05:30"}"#
    let other = #"{ "timestamp":"2026-11-24T12:50:00+05:30", "statusType":"OK","x":null}"#
    #expect(try heartbeat(one) == heartbeat(other, query: "?key=k"))
    let more = #"{"status_type":"OK","timestamp":"2026-11-24T12:50:00+05:30","a":"b"}"#
    #expect(try heartbeat(one).fingerprint != heartbeat(more).fingerprint)
  }

  @Test func `a review names it and explains its fields`() throws {
    let review = CallbackDecoder().review(
      RawCallback(
        method: "POST", target: "/exotel", contentType: "application/json",
        body: Array(Self.told.utf8)))
    #expect(try review.result.get().sign.kind == .heartbeat)
    #expect(review.heartbeat?.status == "CRITICAL" && review.callback == nil)
    #expect(review.fields.allSatisfy { $0.meaning != nil })
    #expect(review.all.allSatisfy { $0.remark.severity != .wrong })
  }
}
