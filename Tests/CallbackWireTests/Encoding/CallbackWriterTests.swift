import CallModel
import CallbackWire
import Testing

@Suite struct CallbackWriterTests {
  private static let writer = CallbackWriter(zone: .kolkata)

  /// London, on 2026-10-25.
  private static let london = CivilZone(
    secondsEastOfUTC: 3_600,
    changes: [.init(Instant(seconds: 1_792_890_000), secondsEastOfUTC: 0)])

  @Test func `times have the offset that the account's zone has then`() {
    let writer = CallbackWriter(zone: Self.london)
    var callback = Callback(sid: "c1", family: .campaign, event: .terminal)
    callback.created = Instant(seconds: 1_792_889_999)
    callback.eventTime = Instant(seconds: 1_792_890_000)
    let zoned = writer.fields(of: callback)
    #expect(zoned["date_created"] == "2026-10-25T01:59:59+01:00")
    #expect(zoned["date_updated"] == "2026-10-25T01:00:00+00:00")
    callback.family = .flow
    let plain = writer.fields(of: callback)
    #expect(plain["Created"] == "2026-10-25 01:59:59")
    #expect(plain["CurrentTime"] == "2026-10-25 01:00:00")
  }

  /// What a listener reads of it, in that encoding.
  private func decoded(
    _ fields: CallbackFields, _ encoding: CallbackEncoder.Encoding
  ) throws -> Callback {
    var callback = try CallbackDecoder().decode(CallbackEncoder(encoding).encode(fields))
    callback.fingerprint = 0
    return callback
  }

  @Test(arguments: Callback.Family.allCases, CallbackEncoder.Encoding.allCases)
  func `what is written of a callback is read as the same callback`(
    family: Callback.Family, encoding: CallbackEncoder.Encoding
  ) throws {
    var random = RandomCallback(seed: 7)
    for _ in 0..<300 {
      let callback = random.next(family)
      let fields = Self.writer.fields(of: callback)
      let read = try decoded(fields, encoding)
      try #require(read == callback, "\(fields)")
    }
  }

  @Test func `without events the status tells of an agent`() throws {
    var writer = Self.writer
    writer.namesEvents = false
    var random = RandomCallback(seed: 8)
    for _ in 0..<100 {
      let callback = random.next(.connect)
      let read = try decoded(writer.fields(of: callback), .query)
      #expect(read.event == (callback.event == .terminal ? .terminal : .dial))
    }
  }

  @Test(arguments: [
    ("completed", "completed"), ("incomplete", "no-answer"), ("client-hangup", "canceled"),
  ])
  func `a flow without a CallType tells the end by DialCallStatus`(
    word: String, dial: String
  ) throws {
    var writer = Self.writer
    writer.namesCallTypes = false
    var callback = Callback(sid: "c1", family: .flow, event: .disposition(word))
    callback.dialStatus = dial
    let fields = writer.fields(of: callback)
    #expect(fields["CallType"] == nil)
    #expect(try decoded(fields, .form).event == .disposition(word))
  }

  @Test func `what a DialCallStatus cannot say keeps its CallType`() throws {
    var writer = Self.writer
    writer.namesCallTypes = false
    var callback = Callback(sid: "c1", family: .flow, event: .disposition("voicemail"))
    callback.dialStatus = "no-answer"
    #expect(writer.fields(of: callback)["CallType"] == "voicemail")
  }

  @Test func `of no family only the call is named`() {
    let callback = Callback(sid: "c1", family: nil, event: .other(""))
    #expect(Self.writer.fields(of: callback).all == [.init(name: "CallSid", value: "c1")])
  }
}
