import Testing

@testable import CallModel

/// Where several of Exotel's products tell of one call, which of them decides what.
@Suite struct WordsOfSeveralFamiliesTests {
  @Test(arguments: [
    ("voicemail", Call.Outcome.voicemail), ("incomplete", .missed), ("client-hangup", .abandoned),
  ])
  func `a disposition outweighs a StatusCallback though nobody was dialed`(
    _ word: String, _ outcome: Call.Outcome
  ) {
    let disposition = Floor.connect(.disposition(word), nil, at: 30)
    let payload = MixedCalls.payload("completed", at: 35)
    #expect(MixedCalls.call([disposition, payload])?.outcome == outcome)
    let status = MixedCalls.inbound(["completed", nil], at: 35)
    #expect(MixedCalls.call([disposition, status])?.outcome == outcome)
    let talk = MixedCalls.inbound(["completed", "completed"], talk: 12, at: 35)
    #expect(MixedCalls.call([disposition, talk])?.outcome == .completed)
  }

  @Test func `the final words of a call that a softphone places are the StatusCallback's`() {
    typealias Row = (
      word: Callback.FinalWord, legs: [String?], talk: Int?, outcome: Call.Outcome,
      second: Leg.Outcome
    )
    let rows: [Row] = [
      (.init(.completed), ["completed", "no-answer"], nil, .missed, .noAnswer),
      (.init(.noAnswer, of: .to), ["completed", "completed"], 5, .completed, .completed),
      (.init(.completed), ["no-answer", nil], nil, .agentMissed, .notDialed),
    ]
    for row in rows {
      let phone = MixedCalls.phone(.terminal, row.word, .outgoing, at: 30)
      let status = MixedCalls.status(row.legs, talk: row.talk, at: 31)
      let call = MixedCalls.call([phone, status])
      #expect(call?.outcome == row.outcome)
      #expect(call?.legs.last?.outcome == row.second)
    }
    let silent = MixedCalls.status([nil, nil], at: 31, word: "odd")
    let phone = MixedCalls.phone(.terminal, .init(.noAnswer, of: .to), .outgoing, at: 30)
    #expect(MixedCalls.call([phone, silent])?.outcome == .missed)
  }

  @Test func `the final words of a call that comes to a softphone are the StatusCallback's`() {
    let begin = MixedCalls.phone(.begin, nil, .incoming, at: 1)
    let end = MixedCalls.phone(.terminal, .init(.noAnswer, of: .to), .incoming, at: 30)
    let status = MixedCalls.inbound(["completed", "busy"], at: 31)
    let call = MixedCalls.call([begin, end, status])
    #expect(call?.outcome == .missed)
    #expect(call?.legs.last?.outcome == .busy)
    let answered = MixedCalls.phone(.terminal, .init(.completed), .incoming, at: 30)
    let missed = MixedCalls.inbound(["completed", "no-answer"], at: 31)
    #expect(MixedCalls.call([begin, answered, missed])?.outcome == .missed)
  }

  @Test(arguments: [Callback.Family.softphone, .contactCentre])
  func `a conversation that Connect shows outweighs the word of a softphone`(
    _ family: Callback.Family
  ) {
    var end = MixedCalls.phone(.terminal, .init(.noAnswer, of: .agent), .incoming, at: 40)
    end.family = family
    let call = MixedCalls.call([
      Floor.connect(.dial, "ravi", at: 1), Floor.connect(.answered, "ravi", at: 5), end,
    ])
    #expect(call?.outcome == .completed)
    #expect(call?.talk == .seconds(35))
  }

  @Test func `a disposition decides where a softphone has ended the call`() {
    for word in [nil, Callback.FinalWord(.noAnswer, of: .to)] {
      let call = MixedCalls.call([
        Floor.connect(.dial, "asha", at: 1), Floor.connect(.terminal, "asha", at: 20),
        MixedCalls.phone(.terminal, word, .incoming, at: 21),
        Floor.connect(.disposition("voicemail"), nil, at: 40),
      ])
      #expect(call?.outcome == .voicemail)
    }
  }

  @Test func `a conversation of no length lets other durations tell`() {
    var status = MixedCalls.status(["completed", "completed"], talk: 0, at: 40)
    status.legs[1].onCall = .seconds(18)
    #expect(MixedCalls.call([status])?.talk == .seconds(18))
    let measured = MixedCalls.status(["completed", "completed"], talk: 0, at: 40)
    let first = Floor.status(.answered, at: 5)
    var second = Floor.status(.answered, at: 10)
    second.legs = [.init(status: "in-progress"), .init(status: "in-progress")].indexed
    #expect(MixedCalls.call([first, second, measured])?.talk == .seconds(30))
    var unspoken = MixedCalls.status(["completed", "no-answer"], talk: 0, at: 40)
    unspoken.legs[1].onCall = .seconds(18)
    #expect(MixedCalls.call([unspoken])?.talk == nil)
  }

  @Test func `the duration of the second leg tells a conversation of the attempt`() {
    var status = MixedCalls.inbound(["completed", "completed"], at: 31)
    status.legs[1].onCall = .seconds(18)
    let dial = Floor.connect(.dial, "asha", at: 1)
    #expect(MixedCalls.call([dial, status])?.talk == .seconds(18))
    var disposition = Floor.connect(.disposition("incomplete"), nil, at: 32)
    disposition.dialStatus = "no-answer"
    let call = MixedCalls.call([dial, status, disposition])
    #expect(call?.outcome == .completed)
    #expect(call?.talk == .seconds(18))
  }

  @Test(arguments: ["canceled", "no-answer", "failed"])
  func `the word of the caller's leg tells that they hung up`(_ word: String) {
    let attempt = [Floor.connect(.dial, "asha", at: 1), Floor.connect(.terminal, "asha", at: 20)]
    let call = MixedCalls.call(attempt + [MixedCalls.inbound([word, nil], at: 31)])
    #expect(call?.outcome == .abandoned)
    #expect(call?.legs.last?.outcome == .canceled)
    let status = MixedCalls.inbound([], at: 31, word: word)
    #expect(MixedCalls.call(attempt + [status])?.outcome == .abandoned)
    let there = MixedCalls.inbound(["completed", nil], at: 31)
    #expect(MixedCalls.call(attempt + [there])?.outcome == .unknown)
  }

  @Test(arguments: [("busy", Call.Outcome.busy), ("failed", .failed), ("no-answer", .missed)])
  func `the word for the whole decides of a call that goes out`(
    _ word: String, _ outcome: Call.Outcome
  ) {
    var flow = Floor.connect(.flow, nil, at: 0)
    flow.way = .outgoing
    let attempt = [Floor.connect(.dial, "asha", at: 1), Floor.connect(.terminal, "asha", at: 20)]
    let call = MixedCalls.call([flow] + attempt + [MixedCalls.payload(word, at: 31)])
    #expect(call?.outcome == outcome)
  }

  @Test func `how long it rang is not known where a recording shows the conversation`() {
    var end = Floor.connect(.terminal, "asha", at: 30)
    end.showsConversation = true
    let call = MixedCalls.call([
      Floor.connect(.dial, "asha", at: 0), Floor.connect(.ringing, "asha", at: 1), end,
    ])
    #expect(call?.legs.last?.outcome == .completed)
    #expect(call?.legs.last?.ring == nil)
    #expect(call?.ring == nil)
  }

  @Test func `what tells no time opens no call that has long ended without an answer`() {
    var begin = Floor.connect(.dial, "asha", at: 0)
    begin.eventTime = nil
    var over = begin
    (over.event, over.status) = (.terminal, "free")
    var other = begin
    other.agent = Floor.number("ravi")
    for (delay, legs) in [(59.0, 3), (61, 2)] {
      for again in [begin, other] {
        let call = MixedCalls.call([begin, over, again], arriving: [0, 2, 2 + delay])
        #expect(call?.legs.count == legs)
        #expect(call?.isLive == (legs == 3))
      }
    }
  }

  @Test func `no attempt ends before it began, and none is missed by that`() {
    let ends = [
      MixedCalls.inbound(["completed", nil], at: 31),
      MixedCalls.phone(.terminal, nil, .incoming, at: 31),
    ]
    for end in ends {
      let late = [Floor.connect(.dial, "ravi", at: 132), Floor.connect(.ringing, "ravi", at: 133)]
      let call = MixedCalls.call([Floor.connect(.dial, "asha", at: 1), end] + late, at: 134)
      #expect(call?.isLive == false)
      #expect(call?.legs.last?.endedAt == nil)
      #expect(call?.legs.last?.outcome == .unknown)
    }
  }

  @Test func `an attempt that tells no time is settled by an end that is dated before it came`() {
    var popUp = MixedCalls.phone(.begin, nil, .incoming, at: 0)
    popUp.eventTime = nil
    let end = MixedCalls.phone(.terminal, .init(.canceled, of: .from), .incoming, at: 31)
    let call = MixedCalls.call([popUp, end], arriving: [500, 501], at: 501)
    #expect(call?.legs.last?.outcome == .canceled)
  }

  @Test func `a call ends no earlier than an attempt of the disposition that talked`() {
    var disposition = Floor.connect(.disposition("completed"), nil, at: 40)
    disposition.legs =
      [
        .init(number: Floor.number("asha"), onCall: .zero),
        .init(number: Floor.number("ravi"), onCall: .seconds(20)),
      ].indexed
    let call = MixedCalls.call([
      Floor.connect(.dial, "asha", at: 1), Floor.connect(.terminal, "asha", at: 10), disposition,
    ])
    #expect(call?.talk == .seconds(20))
    #expect(call?.endedAt == Floor.at(40))
  }
}
