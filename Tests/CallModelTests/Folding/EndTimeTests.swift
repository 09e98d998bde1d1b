import Testing

@testable import CallModel

/// Nothing ends before what is known to have come first.
@Suite struct EndTimeTests {
  private static func isOrdered(_ call: Call?) -> Bool {
    guard let call else { return false }
    let legs = call.legs.allSatisfy { leg in
      let known = [leg.dialedAt, leg.ringingAt, leg.answeredAt].compactMap { $0 }
      return leg.endedAt.map { end in known.allSatisfy { $0 <= end } } ?? true
    }
    let answers = [call.answeredAt].compactMap { $0 }
    return legs && (call.endedAt.map { end in answers.allSatisfy { $0 <= end } } ?? true)
  }

  @Test func `a call that another product ends before its answer ends with that`() {
    let status = MixedCalls.inbound(["completed", "completed"], at: 10)
    for first in [[Floor.connect(.dial, "asha", at: 1)], []] {
      let call = MixedCalls.call(
        first + [status, Floor.connect(.answered, "asha", at: 12)], at: 13)
      #expect(call?.outcome == .completed)
      #expect(call?.endedAt == Floor.at(12))
      #expect(call?.legs.last?.endedAt == nil)
      #expect(call?.talk == nil)
      #expect(Self.isOrdered(call))
    }
  }

  @Test(arguments: [Callback.Event.ringing, .answered])
  func `an attempt of which only that is told does not end before it`(_ event: Callback.Event) {
    let status = MixedCalls.inbound(["completed", nil], at: 10)
    let call = MixedCalls.call([status, Floor.connect(event, "asha", at: 112)], at: 113)
    #expect(call?.isLive == false)
    #expect(call?.legs.last?.endedAt == nil)
    #expect(call?.legs.last?.outcome == (event == .answered ? .completed : .unknown))
    #expect(Self.isOrdered(call))
  }

  @Test func `an end that a disposition reports is none of what came after it`() {
    var disposition = Floor.connect(.disposition("client-hangup"), nil, at: 40)
    disposition.end = Floor.at(25)
    let call = MixedCalls.call(
      [
        Floor.connect(.dial, "asha", at: 1), Floor.connect(.dial, "ravi", at: 30), disposition,
      ], at: 41)
    #expect(call?.legs.dropFirst().map(\.endedAt) == [Floor.at(25), Floor.at(40)])
  }

  @Test func `an end that a StatusCallback reports is none before an answer`() {
    let first = Floor.status(.answered, at: 5)
    var second = Floor.status(.answered, at: 10)
    second.legs = [.init(status: "in-progress"), .init(status: "in-progress")].indexed
    var end = MixedCalls.status(["completed", "completed"], at: 40)
    end.end = Floor.at(8)
    let call = MixedCalls.call([first, second, end], at: 41)
    #expect(call?.endedAt == Floor.at(40))
    #expect(call?.talk == .seconds(30))
    #expect(Self.isOrdered(call))
  }

  @Test func `the end of a call that a softphone places is none before its answer`() {
    var begin = MixedCalls.phone(.begin, nil, .outgoing, at: 0)
    var answered = MixedCalls.phone(.answered, nil, .outgoing, at: 0)
    (begin.eventTime, answered.eventTime) = (nil, nil)
    let end = MixedCalls.phone(.terminal, .init(.completed), .outgoing, at: 9)
    let call = MixedCalls.call([begin, answered, end], arriving: [9.2, 10.4, 11], at: 12)
    #expect(call?.outcome == .completed)
    #expect(call?.answeredAt == Floor.at(10.4))
    #expect(call?.endedAt == Floor.at(10.4))
    #expect(call?.legs.map(\.endedAt) == [nil, nil])
    #expect(call?.talk == nil)
  }

  @Test(arguments: FamilyHistories.Kind.allCases)
  func `no end of any call lies before its answer`(_ kind: FamilyHistories.Kind) {
    for seed in 0..<200 {
      var histories = FamilyHistories(seed: UInt64(seed) &* 104_729)
      let callbacks = histories.history(kind)
      let call = MixedCalls.call(callbacks, arriving: callbacks.map { _ in 15 }, at: 100)
      #expect(Self.isOrdered(call), "\(kind), seed \(seed)")
    }
  }
}
