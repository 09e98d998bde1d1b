import Testing

@testable import CallModel

/// The three examples of `board.md` § 5, figure by figure.
@Suite struct WorkedExamplesTests {
  private func board(_ callbacks: [Callback], now: Double) -> CallBoard {
    var board = CallBoard()
    let ordered = callbacks.sorted { ($0.eventTime ?? Floor.start) < ($1.eventTime ?? Floor.start) }
    for callback in ordered {
      _ = board.apply(callback, arrivedAt: max(callback.eventTime ?? board.now, Floor.at(0)))
    }
    board.advance(to: Floor.at(now))
    return board
  }

  private func attempt(
    _ sid: String, from start: Double, answer: Double? = nil, end: Double? = nil
  ) -> [Callback] {
    let events: [(Callback.Event, Double?)] = [
      (.dial, start), (.ringing, start + 1), (.answered, answer), (.terminal, end),
    ]
    return events.compactMap { event, time in
      time.map { Floor.connect(event, "asha \(sid)", at: $0, sid: sid) }
    }
  }

  private func disposition(_ word: String, _ sid: String, at time: Double) -> Callback {
    Floor.connect(.disposition(word), nil, at: time, sid: sid)
  }

  @Test func `example one, calls that come in`() {
    var all = attempt("A", from: 0, answer: 5, end: 60) + attempt("B", from: 0, answer: 25, end: 60)
    all += attempt("C", from: 0, end: 30)
    all += attempt("D", from: 0, end: 3) + [disposition("client-hangup", "D", at: 3)]
    all += attempt("E", from: 0, end: 40) + [disposition("client-hangup", "E", at: 40)]
    all += attempt("F", from: 190, answer: 200)
    all += attempt("G", from: 194) + attempt("H", from: 174)
    let board = board(all, now: 205)
    let window = board.figures(since: Floor.at(-60), now: Floor.at(205)).window
    let callers = window.callers
    #expect(callers.offered == 8)
    #expect(
      [callers.answered, callers.missed, callers.abandoned, callers.pending] == [3, 1, 2, 2])
    #expect(callers.lost == 3)
    #expect(callers.answerRate == 0.5)
    #expect((callers.inTime, callers.waits, callers.shortAbandons, window.late) == (2, 3, 1, 1))
    #expect(window.serviceLevel == 2.0 / 6)
    #expect(callers.averageSpeedOfAnswer.map { ($0.inSeconds * 10).rounded() } == 133)
  }

  private func placed(
    _ sid: String, _ words: [String?]? = nil, status: String?, talk: Double? = nil
  ) -> Callback {
    var callback = Floor.status(.terminal, at: 30, sid: sid)
    (callback.status, callback.rawStatus) = (status, status)
    callback.legs = (words ?? []).map { .init(status: $0) }.indexed
    callback.conversation = talk.map { .seconds($0) }
    callback.way = .outgoing
    return callback
  }

  @Test func `example two, calls that go out`() {
    var all = (1...3).map {
      placed("connected \($0)", ["completed", "completed"], status: "completed", talk: 9)
    }
    all += (1...2).map { placed("missed \($0)", ["completed", "no-answer"], status: "no-answer") }
    var busy = Callback(
      sid: "busy", family: .statusCallback, event: .terminal, eventTime: Floor.at(30))
    (busy.status, busy.rawStatus) = ("busy", "busy")
    all.append(busy)
    all.append(placed("given up", ["completed", "canceled"], status: "canceled"))
    all.append(placed("agent", ["no-answer", nil], status: "no-answer"))
    for (sid, time) in [("lost", 0.0), ("rings", 16_000)] {
      var ringing = Floor.status(.ringing, at: time, sid: sid)
      ringing.way = .outgoing
      all.append(ringing)
    }
    let figures = board(all, now: 16_010).figures(since: Floor.at(-60))
    let out = figures.window.placed
    #expect(out.placed == 10)
    #expect(
      [
        out.connected, out.notPickedUp, out.busy, out.failed, out.abandoned, out.agentMissed,
        out.unknown, out.pending,
      ] == [3, 2, 1, 0, 1, 1, 1, 1])
    #expect(out.connectRate == 3.0 / 8)
    #expect(figures.window.callers == CallerFigures())
    #expect(figures.window.serviceLevel == nil)
  }

  @Test func `example three, calls of which little is known`() {
    var all =
      attempt("A", from: 0, answer: 10, end: 60) + attempt("B", from: 0, answer: 30, end: 60)
    all += attempt("C", from: 0, answer: 10, end: 60).map { callback in
      var callback = callback
      if callback.event == .dial { callback.eventTime = Instant(seconds: 31_536_000) }
      return callback
    }
    var alone = disposition("completed", "D", at: 30)
    (alone.dialStatus, alone.agent) = ("completed", Floor.number("asha"))
    all.append(alone)
    all += attempt("E", from: 0, end: 30)
    all += attempt("F", from: 0, end: 30) + [disposition("voicemail", "F", at: 40)]
    all.append(disposition("voicemail", "G", at: 40))
    var menu = Floor.connect(.flow, nil, at: 5, sid: "H")
    menu.end = Floor.at(20)
    all.append(menu)
    var failed = disposition("incomplete", "I", at: 30)
    (failed.dialStatus, failed.agent) = ("failed", Floor.number("asha"))
    all.append(failed)
    all.append(Floor.connect(.flow, nil, at: 20, sid: "J"))
    let figures = board(all, now: 120).figures(since: Floor.at(-60))
    let callers = figures.window.callers
    #expect(callers.offered == 10)
    #expect(
      [callers.answered, callers.missed, callers.voicemail, callers.ivr, callers.pending]
        == [4, 2, 2, 1, 1])
    #expect(figures.live.uncertain == 1)
    #expect(callers.lost == 4)
    #expect(callers.answerRate == 0.5)
    #expect(figures.window.serviceLevel == 1.0 / 6)
    #expect(callers.averageSpeedOfAnswer == .seconds(20))
    #expect((callers.waits, callers.answered) == (2, 4))
  }
}
