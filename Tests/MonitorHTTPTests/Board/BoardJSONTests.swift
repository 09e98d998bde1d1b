import CallbackWire
import Foundation
import Monitoring
import Testing

@testable import CallModel
@testable import MonitorHTTP

struct BoardJSONTests {
  private func text(_ write: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    write(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private func number(_ text: String) -> PhoneNumber { PhoneNumber(text, country: .india) }

  private var call: Call {
    let end = Instant(seconds: 1_649_222_296)
    var leg = Leg(
      index: 1, party: .agent, number: number("07874762218"), state: .ended, clock: end)
    leg.outcome = .noAnswer
    leg.endedAt = end
    leg.ring = .seconds(4)
    leg.onCall = .milliseconds(12_500)
    leg.name = "asha@example.com"
    var anomalies = AnomalySet()
    anomalies.insert(.outOfOrder)
    var call = Call(
      sid: "054cfcd8", families: [.flow, .statusCallback], state: .ended,
      startedAt: Instant(seconds: 1_649_222_284), clock: end, legs: [leg])
    call.direction = "outbound-api"
    call.way = .outgoing
    call.endedBy = .customer
    call.digits = "215"
    call.bot = .init(status: .completed)
    call.bot?.talk = .seconds(32)
    call.campaign = "autumn"
    call.from = number("07874762218")
    call.to = number("08780296135")
    call.virtualNumber = number("08044556678")
    call.outcome = .completed
    call.status = "completed"
    call.endedAt = end
    call.talk = .seconds(6)
    call.recordingURL = "https://x/y.mp3"
    call.anomalies = anomalies
    call.callbackCount = 1
    call.duplicates = 2
    return call
  }

  private static let callText =
    #"{"sid":"054cfcd8","source":"both","families":["flow","status-callback"],"#
    + #""direction":"outbound-api","outgoing":true,"#
    + #""from":"07874762218","to":"08780296135","virtualNumber":"08044556678","#
    + #""lineLabel":"Sales","#
    + #""state":"ended","uncertain":false,"outcome":"completed","status":"completed","#
    + #""startedAt":"2022-04-06T05:18:04Z","answeredAt":null,"#
    + #""endedAt":"2022-04-06T05:18:16Z","since":"2022-04-06T05:18:16Z","#
    + #""talkSeconds":6,"ringSeconds":null,"endedBy":"customer","#
    + #""recordingURL":"https://x/y.mp3","customField":null,"digits":"215","#
    + #""bot":{"status":"completed","seconds":32,"endedBy":null,"error":null},"#
    + #""bridge":null,"campaign":"autumn","legs":[{"index":1,"party":"agent","number":"07874762218","#
    + #""name":"Asha Rao","state":"ended","outcome":"no-answer","dialedAt":null,"#
    + #""ringingAt":null,"answeredAt":null,"endedAt":"2022-04-06T05:18:16Z","#
    + #""ringSeconds":4,"onCallSeconds":12.5,"answeredBy":null}],"anomalies":["out-of-order"],"#
    + #""callbackCount":1,"duplicates":2}"#

  @Test func `a call has all its fields in the order of the interface`() {
    let row = CallRow(call: call, lineLabel: "Sales", legNames: ["Asha Rao"])
    #expect(text { $0.call(row) } == Self.callText)
  }

  @Test func `without the roster a leg has the name that callbacks gave, and the line none`() {
    let json = text { $0.call(CallRow(call: call)) }
    let expected = Self.callText.replacing("Asha Rao", with: "asha@example.com")
    #expect(json == expected.replacing("\"Sales\"", with: "null"))
  }

  @Test(arguments: [Call.State.talking, .ended])
  func `a call is since its clock, also where it has ended at a time that was not believed`(
    _ state: Call.State
  ) {
    var call = call
    call.state = state
    call.clock = Instant(milliseconds: 1_649_222_290_250)
    #expect(text { $0.call(CallRow(call: call)) }.contains(#""since":"2022-04-06T05:18:10.250Z""#))
  }

  @Test func `a call of which nothing was understood has no source and no bot`() {
    let call = Call(
      sid: "c", state: .waiting, startedAt: Instant(seconds: 0), clock: Instant(seconds: 0))
    let json = text { $0.call(CallRow(call: call)) }
    for part in [
      #""source":null"#, #""families":[]"#, #""outgoing":false"#, #""bot":null"#,
      #""endedBy":null"#,
    ] {
      #expect(json.contains(part))
    }
  }

  @Test func `an agent has all their fields in the order of the interface`() {
    var figures = AgentFigures()
    (figures.offered, figures.answered, figures.missed) = (12, 9, 2)
    (figures.talk, figures.ring, figures.rings) = (.seconds(1804), .seconds(67), 9)
    var agent = Agent(
      number: number("09812345678"), name: "Asha Rao", team: "Sales", activity: .ringing)
    agent.since = Instant(seconds: 1_795_338_012)
    agent.calls = ["054c"]
    agent.figures = figures
    agent.missesInARow = 2
    agent.addresses = [number("09812345678"), number("sip:asha9f2")]
    (agent.figures.placed, agent.figures.connected, agent.figures.ownMissed) = (5, 3, 1)
    agent.figures.placedTalk = .seconds(610)
    let expected =
      #"{"number":"09812345678","name":"Asha Rao","team":"Sales","status":"busy","#
      + #""activity":"ringing","since":"2026-11-22T09:00:12Z","calls":["054c"],"offered":12,"#
      + #""answered":9,"missed":2,"talkSeconds":1804,"meanRingSeconds":7.444444,"#
      + #""missesInARow":2,"addresses":["09812345678","sip:asha9f2"],"#
      + #""out":{"placed":5,"connected":3,"missed":1,"talkSeconds":610}}"#
    #expect(text { $0.agent(agent) } == expected)
  }

  /// As in the interface's example.
  private var window: WindowFigures {
    var callers = CallerFigures()
    (callers.answered, callers.missed, callers.abandoned) = (33, 4, 1)
    (callers.voicemail, callers.ivr, callers.unknown, callers.pending) = (2, 1, 1, 2)
    callers.inTime = 30
    (callers.wait, callers.waits) = (.milliseconds(300_300), 33)
    (callers.talk, callers.talks) = (.milliseconds(6_349_200), 33)
    var placed = PlacedFigures()
    (placed.connected, placed.notPickedUp, placed.agentMissed, placed.pending) = (6, 2, 1, 1)
    placed.talk = .seconds(840)
    var window = WindowFigures()
    (window.callers, window.placed) = (callers, placed)
    return window
  }

  @Test func `the summary has all its fields in the order of the interface`() {
    var figures = BoardFigures()
    (figures.live.callers.ringing, figures.live.callers.talking) = (1, 4)
    (figures.live.placed.dialing, figures.live.uncertain) = (1, 2)
    figures.live.longestRingingSince = Instant(seconds: 88)
    (figures.agentsBusy, figures.agentsFree) = (5, 3)
    figures.activities = [.idle: 3, .ringing: 1, .calling: 1, .talking: 3]
    figures.window = window
    (figures.accepted, figures.duplicates) = (180, 3)
    let summary = BoardSummary(
      figures: figures, rejected: 1, perSecond: 0.44, lastAt: Instant(seconds: 99),
      now: Instant(seconds: 100))
    let expected =
      #"{"live":{"dialing":0,"ringing":1,"waiting":0,"talking":4,"#
      + #""out":{"dialing":1,"ringing":0,"waiting":0,"talking":0}},"uncertain":2,"#
      + #""agents":{"busy":5,"free":3,"#
      + #""activities":{"idle":3,"dialing":0,"ringing":1,"calling":1,"talking":3}},"#
      + #""longestRingingSeconds":12,"longestWaitingSeconds":null,"#
      + #""window":{"offered":44,"answered":33,"missed":4,"abandoned":1,"voicemail":2,"ivr":1,"#
      + #""unknown":1,"pending":2,"lost":7,"shortAbandons":0,"answerRate":0.825,"#
      + #""serviceLevel":0.75,"asaSeconds":9.1,"waitsKnown":33,"meanTalkSeconds":192.4,"#
      + #""talksKnown":33,"ahtSeconds":null,"out":{"placed":10,"connected":6,"notPickedUp":2,"#
      + #""busy":0,"failed":0,"abandoned":0,"agentMissed":1,"unknown":0,"pending":1,"#
      + #""connectRate":0.75,"talkSeconds":840}},"#
      + #""callbacks":{"accepted":180,"duplicates":3,"rejected":1,"perSecond":0.4,"#
      + #""lastAt":"1970-01-01T00:01:39Z"}}"#
    #expect(text { $0.summary(summary) } == expected)
  }

  @Test func `what nobody knows yet is null in the summary`() {
    let empty = BoardSummary(
      figures: BoardFigures(), rejected: 0, perSecond: 0, lastAt: nil, now: Instant(seconds: 0))
    let json = text { $0.summary(empty) }
    for name in [
      "longestRingingSeconds", "longestWaitingSeconds", "answerRate", "serviceLevel", "asaSeconds",
      "meanTalkSeconds", "ahtSeconds", "connectRate", "lastAt",
    ] {
      #expect(json.contains("\"\(name)\":null"))
    }
  }
}
