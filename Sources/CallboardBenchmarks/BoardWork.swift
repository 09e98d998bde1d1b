import CallModel
import CallbackWire
import Foundation

/// What applying a callback and taking a page cost on small and large boards.
enum BoardWork {
  private static let start = Instant(seconds: 1_767_261_600)

  static func run() {
    print("\nThe board")
    for count in [10, 1_000, 100_000] { measure(liveCalls: count) }
    measureManyAgents()
    measureOneAgent()
    memory()
  }

  static func callback(
    _ event: Callback.Event, call: Int, at second: Int64
  ) -> Callback {
    var callback = Callback(
      sid: "sid\(call)", family: .connect, event: event, eventTime: start + .seconds(second))
    callback.from = PhoneNumber("+9198\(10_000_000 + call)", country: .india)
    callback.to = PhoneNumber("08044556678", country: .india)
    callback.line = callback.to.map { Callback.LineName($0, .callTo) }
    callback.agent = PhoneNumber("+9199\(10_000_000 + call % 2_000)", country: .india)
    callback.status = event == .terminal ? "free" : "busy"
    callback.rawStatus = callback.status
    return callback
  }

  /// A board with a steady number of live calls: one ends, one begins, ringing in between.
  private static func measure(liveCalls: Int) {
    var board = CallBoard()
    for call in 0..<liveCalls {
      let now = start + .milliseconds(call % 60_000)
      _ = board.apply(callback(.dial, call: call, at: 0), arrivedAt: now)
    }
    var oldest = 0
    var newest = liveCalls
    let events = 40_000
    var work: [(Callback, Instant)] = []
    for step in 0..<(events / 4) {
      let second = Int64(60 + step / 1_000)
      let now = start + .seconds(second)
      work.append((callback(.ringing, call: oldest, at: second), now))
      work.append((callback(.answered, call: oldest, at: second), now))
      work.append((callback(.terminal, call: oldest, at: second), now))
      work.append((callback(.dial, call: newest, at: second), now))
      oldest += 1
      newest += 1
    }
    let begin = ContinuousClock.now
    for (callback, now) in work { _ = board.apply(callback, arrivedAt: now) }
    let spent = (ContinuousClock.now - begin).inSeconds
    Measure.row("apply a callback, \(liveCalls) live calls", spent * 1e9 / Double(events))
    let now = start + .seconds(100)
    let cursor = ListCursor(target: .index(liveCalls / 2), line: 10)
    let page = Measure.nanoseconds { _ = board.callPage(cursor, height: 50, now: now) }
    Measure.row("take a page of 50 rows, \(liveCalls) live calls", page)
  }

  /// One call whose every callback names another agent, and as many calls of one agent each.
  private static func measureManyAgents() {
    let agents = 1_000
    for (name, isOne) in [("one call of 1,000 agents", true), ("1,000 calls of one", false)] {
      var board = CallBoard()
      let begin = ContinuousClock.now
      for agent in 0..<agents {
        var dial = callback(.dial, call: agent, at: 0)
        if isOne { dial.sid = "one" }
        _ = board.apply(dial, arrivedAt: start)
      }
      let spent = (ContinuousClock.now - begin).inSeconds
      Measure.row("apply a callback, \(name)", spent * 1e9 / Double(agents))
    }
  }

  /// One agent in 100,000 live calls, which end one after the other.
  private static func measureOneAgent() {
    let calls = 100_000
    var board = CallBoard()
    func apply(_ event: Callback.Event, _ call: Int, at second: Int64) {
      var callback = callback(event, call: call, at: second)
      callback.agent = PhoneNumber("+919910000000", country: .india)
      _ = board.apply(callback, arrivedAt: start + .seconds(second))
    }
    for call in 0..<calls { apply(.answered, call, at: 0) }
    let page = Measure.nanoseconds {
      _ = board.agentPage(ListCursor(), height: 50, since: start)
    }
    Measure.row("take the agents, one in 100,000 calls", page)
    let begin = ContinuousClock.now
    for call in 0..<calls { apply(.terminal, call, at: 5) }
    let spent = (ContinuousClock.now - begin).inSeconds
    Measure.row("apply an end, one agent in 100,000 calls", spent * 1e9 / Double(calls))
  }

  private static func memory() {
    let calls = 100_000
    var board = CallBoard()
    let before = Measure.residentBytes()
    for call in 0..<calls {
      for (event, second) in [(Callback.Event.dial, Int64(0)), (.ringing, 2), (.answered, 9)] {
        _ = board.apply(
          callback(event, call: call, at: second), arrivedAt: start + .seconds(second))
      }
    }
    let bytes = Measure.residentBytes() - before
    print("  memory of a live call with three callbacks: \(bytes / calls) bytes")
    _ = board.figures(since: start, now: start)
  }
}
