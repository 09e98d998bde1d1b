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
      sid: "054cfcd8", source: .statusCallback, state: .ended,
      startedAt: Instant(seconds: 1_649_222_284), clock: Instant(seconds: 0), legs: [leg])
    call.direction = "outbound-api"
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
    #"{"sid":"054cfcd8","source":"status-callback","direction":"outbound-api","#
    + #""from":"07874762218","to":"08780296135","virtualNumber":"08044556678","#
    + #""state":"ended","outcome":"completed","status":"completed","#
    + #""startedAt":"2022-04-06T05:18:04Z","answeredAt":null,"#
    + #""endedAt":"2022-04-06T05:18:16Z","since":"2022-04-06T05:18:16Z","#
    + #""talkSeconds":6,"ringSeconds":null,"recordingURL":"https://x/y.mp3","#
    + #""customField":null,"legs":[{"index":1,"party":"agent","number":"07874762218","#
    + #""name":"Asha Rao","state":"ended","outcome":"no-answer","dialedAt":null,"#
    + #""ringingAt":null,"answeredAt":null,"endedAt":"2022-04-06T05:18:16Z","#
    + #""ringSeconds":4,"onCallSeconds":12.5}],"anomalies":["out-of-order"],"#
    + #""callbackCount":1,"duplicates":2}"#

  @Test func `a call has all its fields in the order of the interface`() {
    #expect(text { $0.call(CallRow(call: call, legNames: ["Asha Rao"])) } == Self.callText)
  }

  @Test func `without the roster a leg has the name that callbacks gave`() {
    let json = text { $0.call(CallRow(call: call)) }
    #expect(json == Self.callText.replacing("Asha Rao", with: "asha@example.com"))
  }

  @Test func `a live call is since its clock`() {
    var live = call
    live.state = .talking
    live.clock = Instant(milliseconds: 1_649_222_290_250)
    #expect(text { $0.call(CallRow(call: live)) }.contains(#""since":"2022-04-06T05:18:10.250Z""#))
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
    let expected =
      #"{"number":"09812345678","name":"Asha Rao","team":"Sales","status":"busy","#
      + #""activity":"ringing","since":"2026-11-22T09:00:12Z","calls":["054c"],"offered":12,"#
      + #""answered":9,"missed":2,"talkSeconds":1804,"meanRingSeconds":7.4}"#
    #expect(text { $0.agent(agent) } == expected)
  }

  @Test func `the summary has all its fields in the order of the interface`() {
    var figures = BoardFigures()
    (figures.live.ringing, figures.live.talking) = (1, 4)
    figures.live.longestRingingSince = Instant(seconds: 88)
    (figures.agentsBusy, figures.agentsFree) = (5, 3)
    (figures.window.offered, figures.window.answered, figures.window.missed) = (41, 33, 4)
    (figures.window.abandoned, figures.window.answeredInTime) = (1, 30)
    (figures.window.wait, figures.window.waits) = (.milliseconds(300_300), 33)
    (figures.window.talk, figures.window.talks) = (.milliseconds(6_349_200), 33)
    (figures.accepted, figures.duplicates) = (180, 3)
    let summary = BoardSummary(
      figures: figures, rejected: 1, perSecond: 0.44, lastAt: Instant(seconds: 99),
      now: Instant(seconds: 100))
    let expected =
      #"{"live":{"dialing":0,"ringing":1,"waiting":0,"talking":4},"agents":{"busy":5,"free":3},"#
      + #""longestRingingSeconds":12,"window":{"offered":41,"answered":33,"missed":4,"#
      + #""abandoned":1,"serviceLevel":0.79,"asaSeconds":9.1,"#
      + #""meanTalkSeconds":192.4,"ahtSeconds":192.4},"#
      + #""callbacks":{"accepted":180,"duplicates":3,"rejected":1,"perSecond":0.4,"#
      + #""lastAt":"1970-01-01T00:01:39Z"}}"#
    #expect(text { $0.summary(summary) } == expected)
  }

  @Test func `what nobody knows yet is null in the summary`() {
    let empty = BoardSummary(
      figures: BoardFigures(), rejected: 0, perSecond: 0, lastAt: nil, now: Instant(seconds: 0))
    let json = text { $0.summary(empty) }
    for name in [
      "longestRingingSeconds", "serviceLevel", "asaSeconds", "meanTalkSeconds", "ahtSeconds",
      "lastAt",
    ] {
      #expect(json.contains("\"\(name)\":null"))
    }
  }
}
