import BoardScreen
import CallModel

/// What a frame costs, page, render and diff, on small and large boards: the median, and the 99th
/// percentile beside it. 17 callbacks come between two frames, as at 500 a second.
enum ScreenWork {
  private static let start = Instant(seconds: 1_767_261_600)

  static func run() throws {
    print("\nA frame of 120x36: page, render, diff                    median       p99     worst")
    for count in [10, 100_000] { try measure(liveCalls: count) }
  }

  private static func measure(liveCalls: Int) throws {
    var floor = BusyFloor(liveCalls: liveCalls, start: start)
    for (name, keys) in [
      ("in its own order", ""), ("at the end", "G"), ("sorted by caller", "gsss"),
      ("and filtered, ring>30s or agent:9910000", "/ring>30s or agent:9910000\n"),
      ("timeline", "3"), ("agents", "2"), ("callbacks end, history", "4"),
    ] {
      floor.press(keys)
      var times: [Double] = []
      for _ in 0..<300 {
        floor.change()
        times.append(milliseconds { floor.draw() })
      }
      print(row("\(liveCalls) calls, \(name)", times))
    }
    print(row("\(liveCalls) calls, key to frame", keys(&floor)))
    if liveCalls > 10 { try compare(floor) }
  }

  /// From a key to its frame: moving about, sorting, and every character of filters.
  private static func keys(_ floor: inout BusyFloor) -> [Double] {
    let text = "1gjjjkGkjgssSsS/state:ringing agent:99100\n3jj+-4jGg2sjG5jg1/-for>70s 98100\n\u{1B}"
    var times: [Double] = []
    for key in String(repeating: text, count: 8) {
      floor.change()
      times.append(
        milliseconds { floor.press(String(key)) })
    }
    return times
  }

  /// The same list made anew for each frame: every call looked at, and what matches sorted.
  private static func compare(_ floor: BusyFloor) throws {
    let filter = CompiledFilter(try CallFilter("ring>30s or agent:9910000"))
    let times = (0..<5).map { _ in
      milliseconds {
        let rows = floor.board.allCalls().filter { filter.matches($0, now: floor.now) }
        _ = rows.sorted { ($0.call.customer?.key ?? "") < ($1.call.customer?.key ?? "") }.prefix(31)
      }
    }
    print(row("for comparison: filtered and sorted anew", times))
  }

  private static func milliseconds(_ body: () -> Void) -> Double {
    let begin = ContinuousClock.now
    body()
    return (ContinuousClock.now - begin) / .milliseconds(1)
  }

  private static func row(_ name: String, _ times: [Double]) -> String {
    let sorted = times.sorted()
    let picked = [sorted.count / 2, sorted.count * 99 / 100, sorted.count - 1].map { sorted[$0] }
    return Measure.row(name, milliseconds: picked)
  }
}
