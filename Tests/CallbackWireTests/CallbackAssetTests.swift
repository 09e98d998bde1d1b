import CallModel
import CallbackWire
import Testing

/// The recorded requests of `Assets/Callbacks`, each with what it says.
struct CallbackAssetTests {
  private static let flow = "b6768f4d1ec3d3b1b1f8c4f4f5a51646"
  private static let asha = "+919880000001"
  private static let published = "054cfcd8910389ff64882d8e25211646"
  private static let two = "09c14403fb2a31097ba5ed64f9251646"
  private static let masked = "4ecb1f2f5ea5b8a0c2ab4c5a8d5c1948"

  private static let expectations: [String: RecordedExpectation] = [
    "connect-dial": .init(.connect, .dial, flow, agent: asha),
    "connect-ringing": .init(.connect, .ringing, flow, agent: asha),
    "connect-answered": .init(.connect, .answered, flow, agent: asha),
    "connect-terminal": .init(.connect, .terminal, flow, agent: asha),
    "connect-dial-second-agent": .init(.connect, .dial, flow, agent: "+919880000002"),
    "connect-raw-plus": .init(.connect, .dial, flow, agent: asha),
    "connect-form-ringing": .init(.connect, .ringing, flow, agent: asha),
    "connect-agent-email": .init(.connect, .dial, "u1", agent: "+919990000009"),
    "connect-sip-agent": .init(.connect, .dial, flow, agent: "sip:asha@example.com"),
    "connect-extension-agent": .init(.connect, .dial, flow, agent: "204"),
    "connect-without-agent": .init(.connect, .terminal, flow),
    "connect-unknown-event": .init(.connect, .other("Whisper"), flow, agent: asha),
    "connect-odd-values": .init(.connect, .ringing, flow, agent: asha),
    "pass-through-busy": .init(.connect, .dial, "o1", agent: asha),
    "pass-through-free": .init(.connect, .terminal, "o1", agent: asha),
    "status-ringing-first-leg": .init(.statusCallback, .ringing, two, legs: "in-progress -"),
    "status-ringing-second-leg": .init(
      .statusCallback, .ringing, two, legs: "in-progress in-progress"),
    "status-ringing-no-content-type": .init(.statusCallback, .ringing, two, legs: "in-progress -"),
    "status-answered-first-leg": .init(
      .statusCallback, .answered, masked, legs: "in-progress -"),
    "status-answered-second-leg": .init(
      .statusCallback, .answered, masked, legs: "in-progress -"),
    "status-answered-second-leg-status": .init(
      .statusCallback, .answered, "answered-with-second-leg", legs: "in-progress in-progress"),
    "status-terminal-json": .init(
      .statusCallback, .terminal, published, legs: "completed completed"),
    "status-terminal-form": .init(
      .statusCallback, .terminal, published, legs: "completed completed"),
    "status-terminal-multipart": .init(
      .statusCallback, .terminal, published, legs: "completed completed"),
    "status-terminal-insights": .init(
      .statusCallback, .terminal, "insights", legs: "completed no-answer"),
    "status-terminal-second-leg-never-dialed": .init(
      .statusCallback, .terminal, "undialed", legs: "failed -"),
    "status-terminal-without-legs": .init(.statusCallback, .terminal, "parallel"),
    "default-payload": .init(.statusCallback, .terminal, "def"),
    "default-payload-form": .init(.statusCallback, .terminal, "def"),
    "disposition-completed": .init(
      .flow, .disposition("completed"), "u1", agent: "+919990000009", legs: "-"),
    "disposition-completed-doubly-encoded": .init(
      .flow, .disposition("completed"), "u1", agent: "+919990000009", legs: "-"),
    "disposition-completed-form": .init(
      .flow, .disposition("completed"), "u1", agent: "+919990000009", legs: "-"),
    "disposition-no-answer": .init(
      .flow, .disposition("incomplete"), "u1", agent: "+919990000009", legs: "-"),
    "disposition-rejected": .init(
      .flow, .disposition("incomplete"), "u1", agent: "+919990000009", legs: "-"),
    "disposition-client-hangup": .init(.flow, .disposition("client-hangup"), "u1"),
    "disposition-voicemail": .init(.flow, .disposition("voicemail"), "u1"),
    "disposition-call-attempt": .init(.flow, .flow, "u1"),
    "disposition-parallel-agents": .init(
      .flow, .disposition("completed"), "u1", agent: "+919990000009", legs: "- canceled -"),
  ]

  @Test func `every recorded request says what is written down for it`() throws {
    let requests = try RecordedRequest.all()
    let expectations = Self.expectations.merging(RecordedExpectation.families) { first, _ in first }
    #expect(Set(requests.map(\.name)) == Set(expectations.keys))
    for request in requests {
      let expected = try #require(expectations[request.name], "\(request.name)")
      let callback = try CallbackDecoder().decode(request.raw)
      #expect(callback.family == expected.family, "\(request.name)")
      #expect(callback.event == expected.event, "\(request.name)")
      #expect(callback.sid == expected.sid, "\(request.name)")
      #expect(callback.agent?.key == expected.agent, "\(request.name)")
      let legs = callback.legs.map { $0.status ?? "-" }.joined(separator: " ")
      #expect(legs == expected.legs, "\(request.name)")
    }
  }

  private func decoded(_ name: String) throws -> Callback {
    let request = try #require(try RecordedRequest.all().first { $0.name == name })
    return try CallbackDecoder().decode(request.raw)
  }

  @Test func `one request in three encodings is one delivery`() throws {
    let json = try decoded("status-terminal-json")
    #expect(try decoded("status-terminal-form") == json)
    #expect(try decoded("status-terminal-multipart") == json)
    #expect(try decoded("disposition-completed-form") == decoded("disposition-completed"))
  }

  @Test func `the published terminal sample is read to the last field`() throws {
    let callback = try decoded("status-terminal-json")
    #expect(callback.from?.text == "07874762218" && callback.to?.text == "08780296135")
    #expect(callback.line?.number.key == "+918044556678")
    #expect(callback.eventTime == Instant(seconds: 1_649_222_296))
    #expect(callback.created == Instant(seconds: 1_649_222_280))
    #expect(callback.end == callback.eventTime)
    #expect(callback.start == Instant(seconds: 1_649_222_284))
    #expect(callback.conversation == .seconds(6) && callback.direction == "outbound-api")
    #expect(callback.recordingURL?.hasSuffix("5211646.mp3") == true)
    #expect(callback.legs.map(\.onCall) == [.seconds(12), .seconds(6)])
    #expect(callback.legs.map(\.ringing) == [.seconds(4), .seconds(3)])
  }

  @Test func `a disposition tells destinations, their talk and their causes`() throws {
    let callback = try decoded("disposition-parallel-agents")
    #expect(callback.dialStatus == "completed")
    #expect(callback.legs.map(\.number?.text) == ["09990000009", "09990000008", "09990000007"])
    #expect(callback.legs.map(\.onCall) == [.seconds(42), .zero, .zero])
    #expect(callback.legs.map(\.causeCode) == ["NORMAL_CLEARING", nil, "USER_BUSY"])
    #expect(callback.end == nil)
    #expect(callback.conversation == nil)
  }

  @Test func `nested insights stand in for what the leg does not say`() throws {
    let callback = try decoded("status-terminal-insights")
    #expect(callback.legs.map(\.ringing) == [.milliseconds(4350), .milliseconds(30_200)])
    #expect(callback.status == "no-answer" && callback.recordingURL == nil)
  }

  @Test func `odd values are unknown and texts come clean`() throws {
    let callback = try decoded("connect-odd-values")
    #expect(callback.from?.key == "+919812300001" && callback.to == nil)
    #expect(callback.created == nil && callback.direction == nil)
    #expect(callback.customField == "red alert")
    #expect(callback.status == "busy" && callback.rawStatus == "BUSY")
  }

  @Test func `cut short or with bytes changed, no request does harm`() throws {
    var random = SeededRandom(7)
    let decoder = CallbackDecoder()
    var refused = 0
    for request in try RecordedRequest.all() {
      let text = Array(request.raw.body.isEmpty ? request.raw.target.utf8 : "".utf8)
      for length in 0..<max(request.raw.body.count, text.count) {
        var cut = request.raw
        cut.body = Array(request.raw.body.prefix(length))
        if !text.isEmpty { cut.target = String(decoding: text.prefix(length), as: UTF8.self) }
        refused += (try? decoder.decode(cut)) == nil ? 1 : 0
      }
      for _ in 0..<400 {
        var changed = request.raw
        var bytes = text.isEmpty ? changed.body : text
        for _ in 0...Int.random(in: 0..<4, using: &random) {
          bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(
            in: 0...255, using: &random)
        }
        if text.isEmpty {
          changed.body = bytes
        } else {
          changed.target = String(decoding: bytes, as: UTF8.self)
        }
        refused += (try? decoder.decode(changed)) == nil ? 1 : 0
        _ = try? decoder.fields(of: changed)
      }
    }
    #expect(refused > 1000)
  }
}
