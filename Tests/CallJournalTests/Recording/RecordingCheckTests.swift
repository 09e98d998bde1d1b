import CallModel
import CallbackWire
import Testing

@testable import CallJournal

@Suite struct RecordingCheckTests {
  private static let start = Instant(seconds: 1_767_261_600)

  private func item(
    _ sequence: UInt64, _ query: String, _ rejection: JournalEntry.Rejection? = nil
  ) -> JournalReader.Item {
    .entry(
      JournalEntry(
        sequence: sequence, arrivedAt: Self.start + .seconds(Int(sequence)), peer: "x",
        raw: RawCallback(method: "GET", target: "/exotel?" + query), rejection: rejection))
  }

  private func check(_ items: [JournalReader.Item]) -> (
    RecordingCheck, [RecordingCheck.CheckedCall]
  ) {
    var check = RecordingCheck(decoder: CallbackDecoder(), board: CallBoard())
    var calls: [RecordingCheck.CheckedCall] = []
    for item in items { calls += check.take(item) }
    calls += check.finish()
    return (check, calls)
  }

  private let dial = "CallSid=c1&DialWhomNumber=09880000001&EventType=Dial"

  @Test func `what is found is told once per call, with how often and where first`() throws {
    let (check, calls) = check([
      item(1, dial), item(2, "CallSid=c1&DialWhomNumber=09880000001&EventType=RINGING"),
      item(3, "CallSid=c1&DialWhomNumber=09880000001&EventType=RINGING"),
      item(4, "CallSid=c2&DialWhomNumber=09880000002&EventType=RINGING"),
    ])
    #expect(check.calls == 2 && check.wrongCalls == 0 && !check.isWrong)
    let first = try #require(calls.first { $0.row.call.sid == "c1" })
    #expect(first.findings.map(\.count) == [2] && first.findings.map(\.sequence) == [2])
    #expect(first.findings.map(\.field) == ["EventType"])
    #expect(check.kinds[.spelling] == 3 && check.kinds[.numberSpelling] == 4)
  }

  @Test func `a lost value, a contradiction, a refusal and damage are wrong`() {
    #expect(check([item(1, dial + "&CurrentTime=soon")]).0.wrongCalls == 1)
    #expect(check([item(1, "CallSid=c&DialWhomNumber=098&EventType=Dail")]).0.wrongCalls == 1)
    let refused = check([item(1, "a=b"), item(2, "a=b")]).0
    #expect(refused.rejections.map(\.count) == [2] && refused.isWrong && refused.calls == 0)
    let key = check([item(1, dial, .init(status: 401, reason: "the key is wrong"))]).0
    #expect(key.rejections.map(\.status) == [401] && key.calls == 0)
    let damage = JournalDamage(path: "x", lines: 7...7, reason: "gone")
    let damaged = check([.damaged(damage)]).0
    #expect(damaged.damages == [damage] && damaged.isWrong)
    #expect(!check([item(1, dial)]).0.isWrong)
  }
}
