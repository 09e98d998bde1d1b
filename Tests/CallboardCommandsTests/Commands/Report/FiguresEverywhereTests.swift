import CallModel
import CallSimulator
import CallbackWire
import Foundation
import LiveBoard
import Monitoring
import Testing

@testable import BoardScreen
@testable import CallboardCommands
@testable import MonitorHTTP

/// Of random floors every figure is one number everywhere: in the header, on the floor view, in `/v1`, in
/// what the commands print of it, in the report of the day and in the exported calls. The day begins amid
/// the calls, at no quarter of an hour.
@Suite struct FiguresEverywhereTests {
  /// 15:30 in the zone of the account.
  private static let now = Instant(seconds: 1_767_261_600)
  private static let start = now - .seconds(17 * 60)
  private static let settings = ScreenSettings(
    clock: ClockFace(zone: .kolkata, names: [19_800: "IST"]))

  private let monitor = CallMonitor(
    decoder: CallbackDecoder(), board: CallBoard(), clock: { now },
    windowStart: { _ in start })

  private func send(_ call: Int, _ minute: Int, _ second: Int, _ fields: [(String, String)]) {
    let time = "2026-01-01+15%3A\(CivilTime.digits(minute))%3A\(CivilTime.digits(second))"
    let all = [("CallSid", "c\(call)"), ("CallTo", "0804455660\(call % 3)")] + fields
    let query = all.map { "\($0)=\($1)" }.joined(separator: "&")
    let raw = RawCallback(method: "GET", target: "/exotel?\(query)&CurrentTime=\(time)")
    monitor.receive(CallbackRequest(raw: raw, peer: "", arrivedAt: Self.now)) { _ in }
  }

  /// Some calls of a Connect applet, some of them with a word of the flow behind it, and some that the
  /// API placed.
  private func fill(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    for call in 0..<50 {
      let minute = Int.random(in: 2...28, using: &random)
      if call.isMultiple(of: 4) {
        place(call, &random)
        continue
      }
      for attempt in 0...Int.random(in: 0...2, using: &random) {
        let agent = ("DialWhomNumber", "0988000000\(Int.random(in: 1...5, using: &random))")
        let begin = attempt * 15
        for (place, event) in ["Dial", "Ringing", "Answered", "Terminal"].enumerated()
        where Int.random(in: 0..<4, using: &random) > 0 {
          send(call, minute, begin + place * 3, [("EventType", event), agent])
        }
      }
      guard Int.random(in: 0..<3, using: &random) == 0 else { continue }
      let words = ["completed", "incomplete", "client-hangup", "voicemail"]
      let word = ("CallType", words.randomElement(using: &random) ?? "completed")
      send(call, minute, 50, [word])
      // Once more, as it comes where an answer was late.
      send(call, minute, 50, [word])
    }
  }

  private func place(_ call: Int, _ random: inout SeededGenerator) {
    let words = ["completed", "no-answer", "busy", "failed", "canceled"]
    let word = words.randomElement(using: &random) ?? "completed"
    let end = "2026-01-01 15:20:\(10 + call % 40)"
    let body = """
      {"CallSid":"c\(call)","EventType":"terminal","Status":"\(word)","Direction":"outbound-api",
       "From":"0988000000\(1 + call % 5)","To":"09870000077","PhoneNumberSid":"08044556601",
       "DateCreated":"2026-01-01 15:19:00","DateUpdated":"\(end)","EndTime":"\(end)",
       "Legs":[{"Status":"completed","OnCallDuration":31},
               {"Status":"\(word)","OnCallDuration":\(word == "completed" ? 20 : 0)}]}
      """
    let raw = RawCallback(
      method: "POST", target: "/exotel", contentType: "application/json", body: Array(body.utf8))
    monitor.receive(CallbackRequest(raw: raw, peer: "", arrivedAt: Self.now)) { _ in }
  }

  private func decoded<Value: Decodable>(
    _ type: Value.Type, _ write: (inout JSONWriter) -> Void
  ) throws -> Value {
    var writer = JSONWriter()
    write(&writer)
    return try JSONDecoder().decode(type, from: Data(writer.bytes))
  }

  /// The calls of the day.
  private var rows: [CallRow] {
    monitor.read { board, _, _ in board.allCalls() }.filter {
      $0.call.believedStart >= Self.start
    }
  }

  private var report: DayReport {
    let (rules, facts, now) = monitor.read { board, _, now in (board.rules, board.facts, now) }
    var report = DayReport(rules: rules, facts: facts)
    for row in rows { report.add(row, hour: 15, now: now) }
    return report
  }

  @Test(arguments: 0..<12) func `the summary, the report and the header have one count each`(
    _ seed: Int
  ) throws {
    fill(seed: seed)
    let pages = BoardPages(monitor: monitor, address: "127.0.0.1:1", settings: Self.settings)
    let page = pages.page(.figures)
    let (callers, placed) = (page.figures.window.callers, page.figures.window.placed)
    let summary = try decoded(RemoteSummary.self) { $0.summary(monitor.summary) }
    let values = Dictionary(uniqueKeysWithValues: zip(summary.csv[0], summary.csv[1]))
    let counts: [String: Int] = [
      "offered": callers.offered, "answered": callers.answered, "missed": callers.missed,
      "abandoned": callers.abandoned, "voicemail": callers.voicemail, "ivr": callers.ivr,
      "unknown": callers.unknown, "pending": callers.pending, "lost": callers.lost,
      "waits_known": callers.waits, "out_placed": placed.placed, "out_connected": placed.connected,
      "out_not_picked_up": placed.notPickedUp, "out_busy": placed.busy,
      "out_failed": placed.failed, "out_abandoned": placed.abandoned,
      "out_agent_missed": placed.agentMissed, "out_unknown": placed.unknown,
      "out_pending": placed.pending, "ringing": page.figures.live.callers.ringing,
      "waiting": page.figures.live.callers.waiting, "uncertain": page.figures.live.uncertain,
      "agents_busy": page.figures.agentsBusy, "agents_free": page.figures.agentsFree,
    ]
    for (name, count) in counts { #expect(values[name] == "\(count)", "\(name)") }
    let day = report
    #expect(day.total.callers == callers)
    #expect(day.total.placed == placed)
    let text = ReportText(report: day, title: "", serviceLevel: .seconds(20), isASCII: true).lines
    #expect(
      text.contains { $0.contains("offered \(callers.offered)   answered \(callers.answered)") })
    #expect(
      text.contains { $0.contains("placed \(placed.placed)   connected \(placed.connected)") })
    let state = ScreenState(size: ScreenSize(columns: 160, rows: 40))
    let header = Screen.render(state, pages.page(state.request), Self.settings).text
    let callbacks = try #require(values["callbacks"])
    #expect(header.contains(" \(callbacks) callbacks"), "\(callbacks)")
    #expect(header.contains("LOST \(callers.lost)"))
    #expect(header.contains("RINGING \(page.figures.live.callers.ringing)"))
  }

  private static let sizes = [
    ScreenSize(columns: 60, rows: 12), ScreenSize(columns: 100, rows: 30),
    ScreenSize(columns: 200, rows: 60),
  ]

  @Test(arguments: 0..<6) func `the floor view draws what the summary says`(_ seed: Int) throws {
    fill(seed: seed)
    let pages = BoardPages(monitor: monitor, address: "127.0.0.1:1", settings: Self.settings)
    let summary = try decoded(RemoteSummary.self) { $0.summary(monitor.summary) }
    let live = summary.live
    let uncertain = summary.uncertain > 0 ? " +\(summary.uncertain)?" : ""
    let out = live.out.dialing + live.out.ringing + live.out.waiting + live.out.talking
    let figures = [
      ("RINGING", "\(live.ringing)"), ("WAITING", "\(live.waiting)\(uncertain)"),
      ("TALKING", "\(live.talking)"), ("DIALING", "\(live.dialing)"), ("OUT", "\(out)"),
      ("BUSY", "\(summary.agents.busy)"), ("FREE", "\(summary.agents.free)"),
      ("LOST", "\(summary.window.lost)"),
    ]
    let others = [
      ("SERVICE LEVEL", summary.window.serviceLevel.map(Rounded.percent)),
      ("LONGEST RING", summary.longestRingingSeconds?.elapsed),
    ]
    for size in Self.sizes {
      var state = ScreenState(size: size)
      state.open(.floor)
      let frame = Screen.render(state, pages.page(state.request), Self.settings)
      let floor = DrawnFloor(frame, signs: Self.settings.signs)
      for (word, figure) in figures {
        #expect(floor.shows(word, figure), "\(word) \(figure)\n\(frame.text)")
        #expect(!floor.shows(word, figure + "0"))
      }
      for (word, figure) in others {
        let shown = [figure ?? "-", figure ?? Self.settings.signs.dash]
        #expect(shown.contains { floor.shows(word, $0) }, "\(word)\n\(frame.text)")
      }
    }
  }

  @Test(arguments: 0..<12) func `the printed summary has the figures of the screen`(
    _ seed: Int
  ) throws {
    fill(seed: seed)
    let pages = BoardPages(monitor: monitor, address: "127.0.0.1:1", settings: Self.settings)
    let page = pages.page(.figures)
    let summary = try decoded(RemoteSummary.self) { $0.summary(monitor.summary) }
    let printed = summary.table(now: Self.now).lines(width: nil).dropFirst().map { line in
      line.split(separator: "  ").map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }
        .map(String.init)
    }
    let expected = live(page) + callers(page.figures.window) + placed(page.figures.window.placed)
    #expect(Array(printed.prefix(expected.count)) == expected)
    #expect(printed.dropFirst(expected.count).first == ["callbacks", "\(page.wire.received)"])
  }

  private func live(_ page: BoardPage) -> [[String]] {
    let (live, now) = (page.figures.live, page.now)
    func states(_ word: String, _ states: LiveFigures.States) -> [[String]] {
      [
        ["\(word) dialing", "\(states.dialing)"], ["\(word) ringing", "\(states.ringing)"],
        ["\(word) waiting", "\(states.waiting)"], ["\(word) talking", "\(states.talking)"],
      ]
    }
    func longest(_ since: Instant?) -> String { since.map { ClockFace.elapsed(now - $0) } ?? "-" }
    return states("callers", live.callers)
      + [
        ["callers uncertain", "\(live.uncertain)"],
        ["longest ringing", longest(live.longestRingingSince)],
        ["longest waiting", longest(live.longestWaitingSince)],
      ] + states("out", live.placed)
      + [
        ["agents busy", "\(page.figures.agentsBusy)"],
        ["agents free", "\(page.figures.agentsFree)"],
      ]
  }

  private func callers(_ window: WindowFigures) -> [[String]] {
    let callers = window.callers
    return [
      ["offered today", "\(callers.offered)"], ["answered", "\(callers.answered)"],
      ["missed", "\(callers.missed)"], ["abandoned", "\(callers.abandoned)"],
      ["voicemail", "\(callers.voicemail)"], ["ivr", "\(callers.ivr)"],
      ["unknown", "\(callers.unknown)"], ["pending", "\(callers.pending)"],
      ["lost", "\(callers.lost)"],
      ["answer rate", callers.answerRate.map(Rounded.percent) ?? "-"],
      ["service level", window.serviceLevel.map(Rounded.percent) ?? "-"],
      ["average speed of answer", callers.averageSpeedOfAnswer.map(ClockFace.figure) ?? "-"],
      ["answers with a known wait", "\(callers.waits)"],
      ["mean talk", callers.meanTalk.map(ClockFace.figure) ?? "-"],
    ]
  }

  private func placed(_ placed: PlacedFigures) -> [[String]] {
    [
      ["placed today", "\(placed.placed)"], ["connected", "\(placed.connected)"],
      ["not picked up", "\(placed.notPickedUp)"], ["busy", "\(placed.busy)"],
      ["failed", "\(placed.failed)"], ["given up", "\(placed.abandoned)"],
      ["agent missed", "\(placed.agentMissed)"], ["unknown", "\(placed.unknown)"],
      ["pending", "\(placed.pending)"],
      ["connect rate", placed.connectRate.map(Rounded.percent) ?? "-"],
      ["talk", ClockFace.elapsed(placed.talk)],
    ]
  }

  @Test(arguments: 0..<12) func `agents and exported calls add up to the same`(
    _ seed: Int
  ) throws {
    fill(seed: seed)
    let agents = monitor.read { board, _, now in board.agents(since: monitor.windowStart(now)) }
    let remote = try decoded(RemoteAgents.self) { writer in
      writer.object { $0.field("agents", array: agents) { $0.agent($1) } }
    }.agents
    let day = report.agents.map(\.figures)
    #expect(remote.reduce(0) { $0 + $1.offered } == day.reduce(0) { $0 + $1.offered })
    #expect(remote.reduce(0) { $0 + $1.answered } == day.reduce(0) { $0 + $1.answered })
    #expect(remote.reduce(0) { $0 + $1.missed } == day.reduce(0) { $0 + $1.missed })
    #expect(remote.reduce(0) { $0 + $1.out.placed } == day.reduce(0) { $0 + $1.placed })
    #expect(remote.reduce(0) { $0 + $1.out.connected } == day.reduce(0) { $0 + $1.connected })
    let figures = monitor.summary.figures
    let zone = try #require(AccountZone(name: "Asia/Kolkata"))
    var lines = CallLines(format: .csv, zone: zone)
    let heading = lines.beginning.dropLast().split(separator: ",").map(String.init)
    let (outgoing, outcome) = (
      try #require(heading.firstIndex(of: "outgoing")),
      try #require(heading.firstIndex(of: "outcome"))
    )
    let rows = rows.map { row in
      String(decoding: lines.text(row), as: UTF8.self).dropLast()
        .split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let callers = figures.window.callers
    #expect(rows.count { $0[outgoing] == "false" } == callers.offered)
    #expect(rows.count { $0[outgoing] == "true" } == figures.window.placed.placed)
    let incoming = rows.filter { $0[outgoing] == "false" }
    #expect(incoming.count { $0[outcome] == "voicemail" } == callers.voicemail)
    #expect(incoming.count { $0[outcome] == "abandoned" } == callers.abandoned)
  }
}
