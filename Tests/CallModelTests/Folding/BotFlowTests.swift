import Testing

@testable import CallModel

/// How a bot's streams stand, by what is told of them.
@Suite struct BotFlowTests {
  private static func report(
    _ id: String?, _ status: String? = nil, stops: Bool = false, at time: Double?,
    in event: Callback.Event = .stream
  ) -> Callback {
    var callback = Callback(
      sid: "c1", family: event == .stream ? .stream : .flow, event: event,
      eventTime: time.map(Floor.at))
    callback.stream = .init(id: id, status: status)
    callback.stream?.hasStopped = stops
    return callback
  }

  private static func bot(_ callbacks: [Callback], arrival: Double = 10.4) -> Call.Bot? {
    MixedCalls.call(
      callbacks, arriving: callbacks.map { _ in arrival }, at: 12)?.bot
  }

  @Test(arguments: ["s1", nil], [10.0, nil])
  func `a stream that begins and ends in one second has ended`(_ id: String?, _ time: Double?) {
    let begin = Self.report(id, at: time)
    for (word, status) in [("failed", Call.Bot.Status.failed), ("canceled", .canceled)] {
      for event in [Callback.Event.flow, .stream] {
        let end = Self.report(id, word, at: 10, in: event)
        #expect(Self.bot([begin, end])?.status == status)
        #expect(Self.bot([end, begin])?.status == status)
      }
    }
  }

  @Test func `a stream that has ended stays so`() {
    let told = [
      Self.report("s1", at: 5), Self.report("s1", "completed", at: 8), Self.report("s1", at: 9),
    ]
    #expect(Self.bot(told)?.status == .completed)
  }

  @Test(arguments: ["s1", nil]) func `a stream that stops has ended, whatever else is told`(
    _ id: String?
  ) {
    let told = [Self.report("s1", at: 5), Self.report(id, stops: true, at: 8)]
    #expect(Self.bot(told)?.status == .unknown)
    let known = told + [Self.report(id, "completed", at: 9, in: .flow)]
    #expect(Self.bot(known)?.status == .completed)
    let again = known + [Self.report(id, stops: true, at: 9.5)]
    #expect(Self.bot(again)?.status == .completed)
  }

  @Test(arguments: [("s1", "s2"), ("s1", nil), (nil, nil)])
  func `another stream runs though the first has ended`(_ first: String?, _ second: String?) {
    let told = [
      Self.report(first, at: 5), Self.report(first, "completed", at: 8), Self.report(second, at: 9),
    ]
    #expect(Self.bot(told)?.status == .running)
  }

  @Test func `what is told of an earlier stream does not end the last one`() {
    let told = [
      Self.report("s1", at: 5), Self.report("s2", at: 8), Self.report("s1", "completed", at: 9),
    ]
    #expect(Self.bot(told)?.status == .running)
  }

  @Test func `the seconds of a stream count once, whoever tells of it`() {
    var named = Self.report("s1", "completed", at: 8)
    named.stream?.duration = .seconds(3)
    var other = Self.report(nil, "completed", at: 9, in: .flow)
    other.stream?.duration = .seconds(3)
    #expect(Self.bot([Self.report("s1", at: 5), named, other])?.talk == .seconds(3))
    var second = Self.report("s2", "failed", at: 9)
    second.stream?.duration = .seconds(4)
    #expect(Self.bot([Self.report("s1", at: 5), named, second])?.talk == .seconds(7))
  }
}
