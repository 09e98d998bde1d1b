import CallModel
import CallSimulator
import Foundation
import Testing

@testable import CallboardCommands

@Suite struct ScenarioFileTests {
  private static let small = """
    agents:
      - {name: Asha, number: "+919880000001", team: Sales}
    lines:
      - {number: "08044556601", label: Sales}
    flows:
      - steps: [wait: 3s, dial: {team: Sales}]
    """

  private func faults(_ text: String) -> [String] {
    do throws(YAMLFaults) {
      _ = try ScenarioFile.read(text, name: "test")
      return []
    } catch {
      return error.all.map(\.description)
    }
  }

  @Test func `the scenarios of the folder are the built-in ones`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../../Assets/Scenarios")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(files == BuiltInScenarios.names.map { $0 + ".yaml" }.sorted())
    for (name, yaml) in BuiltInScenarios.texts {
      #expect(try Data(contentsOf: folder.appending(path: name + ".yaml")) == Data(yaml))
      let scenario = try #require(try BuiltInScenarios.scenario(name))
      #expect(!scenario.summary.isEmpty && scenario.summary.count < 80)
    }
  }

  @Test func `a small one has everything else by default`() throws {
    let scenario = try ScenarioFile.read(Self.small, name: "small")
    #expect(scenario.name == "small")
    #expect(scenario.agents.map(\.talks) == [.around(mean: 75, 8...360)])
    #expect(scenario.account == Account())
    #expect(scenario.calls == nil && !scenario.isFinite)
    guard case .inbound(let steps) = scenario.flows[0].kind else {
      Issue.record("\(scenario.flows)")
      return
    }
    var dialing = Flow.Dialing()
    dialing.who = .team("Sales")
    #expect(steps == [.wait(.exactly(3)), .dial(dialing)])
  }

  @Test func `all that can be said is understood`() throws {
    let text = """
      summary: all of it
      account: {ringing: no, answered: no, event-type: no, after-call: no, subscribed: no, encoding: json}
      answers: 4s
      talks: {mean: 1m, from: 5s, to: 1h}
      agents:
        - {number: "+919880000001", answers: 2s..3s, talks: 9s}
        - {name: Crowd, number: "0988100000", team: T, count: 3}
      lines: [{number: "08044556601"}]
      arrivals: {per-minute: 0.5, curve: {0m: 1, 30m: 2.5, 1h: 0}}
      calls: 7
      flows:
        - name: first
          weight: 3
          line: "08044556601"
          steps:
            - dial: {agents: ["+919880000001", Crowd 2], order: all-at-once, attempts: 5, rings: 9s,
                     patience: 1s..2s, fates: [no-answer, {answers: 1, rejects: 2, fails: 0}]}
            - voicemail: 5s
            - hang-up
        - weight: 1
          outbound: {team: T, agent: canceled, customer: {fails: 1}, customer-answers: 3s, rings: 8s}
      """
    let scenario = try ScenarioFile.read(text, name: "all")
    var account = Account()
    (account.tellsRinging, account.tellsAnswered, account.namesEvents) = (false, false, false)
    (account.tellsAfterCall, account.subscribes, account.encoding) = (false, false, .json)
    #expect(scenario.account == account)
    #expect(
      scenario.agents.map(\.number) == [
        "+919880000001", "0988100000", "0988100001", "0988100002",
      ])
    #expect(scenario.agents.map(\.name) == [nil, "Crowd 1", "Crowd 2", "Crowd 3"])
    #expect(
      scenario.agents.map(\.answers) == [.between(2...3)] + Array(repeating: .exactly(4), count: 3))
    #expect(scenario.agents[1].talks == .around(mean: 60, 5...3_600))
    #expect(
      scenario.arrivals.curve == [
        .init(.zero, 1), .init(.seconds(1_800), 2.5), .init(.seconds(3_600), 0),
      ])
    #expect(scenario.calls == 7 && scenario.isFinite)
    var dialing = Flow.Dialing()
    dialing.who = .agents(["+919880000001", "Crowd 2"])
    dialing.order = .allAtOnce
    (dialing.most, dialing.rings, dialing.patience) = (5, .exactly(9), .between(1...2))
    dialing.fates = [
      Weights(.noAnswer), try #require(Weights([.init(.answers, 1), .init(.rejects, 2)])),
    ]
    var outbound = Flow.Outbound()
    (outbound.who, outbound.agent, outbound.customer) = (
      .team("T"), Weights(.canceled), Weights(.fails)
    )
    (outbound.customerAnswers, outbound.rings) = (.exactly(3), .exactly(8))
    #expect(
      scenario.flows == [
        Flow(
          name: "first", weight: 3, line: "08044556601",
          kind: .inbound([.dial(dialing), .voicemail(.exactly(5)), .hangUp])),
        Flow(weight: 1, kind: .outbound(outbound)),
      ])
  }

  @Test func `who tells of a call, what a flow asks, and a bot are understood`() throws {
    let text = """
      account: {call-type: no}
      agents:
        - {number: "+919880000001", softphone: "sip:asha", email: asha@example.com, user-id: u1}
      lines: [{number: "08044556601"}]
      flows:
        - told-by: [connect, status-callback]
          steps:
            - ask
            - ask: {passthru: yes, digits: "2"}
            - bot: 20s
            - bot: {talks: 5s..9s, fate: {hands-over: 3, fails: 1}}
            - dial: {agents: ["sip:asha", u1]}
        - {told-by: softphone, outbound: {}}
      """
    let scenario = try ScenarioFile.read(text, name: "all")
    #expect(!scenario.account.namesCallTypes)
    #expect(scenario.agents[0].addresses == ["sip:asha", "asha@example.com", "u1"])
    var (asking, bot, odd) = (Flow.Asking(), Flow.Bot(), Flow.Bot())
    (asking.isPassthru, asking.digits) = (true, "2")
    bot.talks = .exactly(20)
    odd.talks = .between(5...9)
    odd.fate = try #require(Weights([.init(.handsOver, 3), .init(.fails, 1)]))
    var dialing = Flow.Dialing()
    (dialing.who, dialing.most) = (.agents(["sip:asha", "u1"]), 2)
    #expect(
      scenario.flows == [
        Flow(
          tellers: [.connect, .statusCallback],
          kind: .inbound([
            .ask(Flow.Asking()), .ask(asking), .bot(bot), .bot(odd), .dial(dialing),
          ])),
        Flow(tellers: [.softphone], kind: .outbound(Flow.Outbound())),
      ])
  }

  @Test func `a call that goes out is told by one product, and not by Connect`() {
    let flows = ["connect", "[softphone, contact-centre]", "email"].map {
      Self.small + "\n  - {told-by: \($0), outbound: {}}"
    }
    let words = flows.map { faults($0).first ?? "" }
    let one =
      "outbound is told by one of status-callback, softphone, contact-centre, leg, campaign"
    #expect(words[0].hasSuffix(one) && words[1].hasSuffix(one))
    #expect(words[2].contains("told-by email: one of connect, status-callback"))
  }

  @Test(arguments: [
    ("bridge, outbound: {}", "outbound is told by one of"),
    ("campaign, steps: [wait: 3s]", "a campaign tells of outbound alone"),
    ("[leg, connect], steps: [wait: 3s]", "what is told by leg is told by nothing else"),
    ("[bridge, connect], steps: [wait: 3s]", "what is told by bridge is told by nothing else"),
  ])
  func `what tells of calls of its own is told by nothing else`(_ flow: String, _ words: String) {
    #expect(faults(Self.small + "\n  - {told-by: \(flow)}").first?.contains(words) == true)
  }

  @Test func `all faults are told at once, by line and column`() {
    let text = """
      agents:
        - {name: Asha, number: "+919880000001", talks: 5}
        - {name: Ravi}
      lines: [{number: "08044556601", label: Sales}]
      arrivals: {curve: {1h: 1, 0m: 2}}
      calls: 0
      flows:
        - line: Slaes
          steps:
            - wait: 9s..2s
            - dail: {team: Sales}
            - dial: {team: Ops, fates: [anwsers, {answers: 0}]}
        - weight: 2
      extra: 1
      """
    let faults = faults(text)
    #expect(
      faults == [
        "line 2, column 50: talks 5: a time as 8s, times between two as 2s..28s, or {mean: 75s, from: 8s, to: 6m}",
        "line 3, column 5: an agent needs a number",
        "line 5, column 27: the times of 'curve' must rise",
        "line 6, column 8: calls 0: a whole number from 1 to 1000000000",
        "line 8, column 11: line 'Slaes' is none of the scenario's lines",
        "line 10, column 15: wait 9s..2s: a time as 8s, times between two as 2s..28s, or {mean: 75s, from: 8s, to: 6m}",
        "line 11, column 9: a step is one of wait: 4s, ask, bot: {…}, dial: {…}, voicemail: 20s, hang-up",
        "line 12, column 22: no agent of the scenario is in team 'Ops'",
        "line 12, column 35: a fate anwsers: one of answers, no-answer, rejects, fails, caller-leaves",
        "line 12, column 44: a fate needs one with a weight above 0",
        "line 13, column 5: a flow needs steps, or outbound",
        "line 14, column 1: unknown key 'extra' in the scenario; it may have summary, account, answers, talks, agents, lines, arrivals, calls, flows",
      ])
  }

  @Test func `what is no scenario at all says so`() {
    #expect(faults("") == ["it is empty; a scenario has agents, lines and flows"])
    #expect(faults("- 1").count == 1)
    #expect(
      faults("agents: []").map { $0.split(separator: ": ").last } == [
        "a scenario needs lines", "a scenario needs flows",
      ])
    #expect(faults("agents: [").count == 1)
  }
}
