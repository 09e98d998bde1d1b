import CallModel
import CallbackWire
import Testing

/// Times without a zone in the night in which New York's clocks are put back.
@Suite struct ClockChangeTests {
  /// 2026-11-01T06:00:00Z.
  private static let change = Instant(seconds: 1_793_512_800)
  private static let decoder = CallbackDecoder(
    zone: CivilZone(
      secondsEastOfUTC: -14_400, changes: [.init(change, secondsEastOfUTC: -18_000)]))

  private static func raw(_ time: String) -> RawCallback {
    RawCallback(method: "GET", target: "/exotel?CallSid=c1&CallType=completed&CurrentTime=" + time)
  }

  @Test func `an event in the hour that comes twice is the last before its arrival`() throws {
    let raw = Self.raw("2026-11-01+01:30:00")
    for (arrival, event) in [(-1_799, -1_800), (1_801, 1_800), (2_700, 1_800)] {
      let content = try Self.decoder.read(raw, arrivedAt: Self.change + .seconds(arrival))
      #expect(content.callback?.eventTime == Self.change + .seconds(event))
    }
  }

  @Test func `without an arrival it is the first`() throws {
    #expect(
      try Self.decoder.decode(Self.raw("2026-11-01+01:30:00")).eventTime
        == Self.change - .seconds(1_800))
  }

  @Test func `a heartbeat is read by its arrival too`() throws {
    let raw = RawCallback(
      method: "POST", target: "/exotel", contentType: "application/json",
      body: Array(#"{"status_type":"OK","timestamp":"2026-11-01 01:30:00"}"#.utf8))
    let content = try Self.decoder.read(raw, arrivedAt: Self.change + .seconds(1_801))
    guard case .heartbeat(let heartbeat) = content else {
      Issue.record("\(content)")
      return
    }
    #expect(heartbeat.timestamp == Self.change + .seconds(1_800))
  }
}
