import Foundation

/// Prints measured numbers, side by side.
enum Measure {
  /// Runs `body` until a second has passed and gives the nanoseconds of one round, the best of
  /// three.
  static func nanoseconds(_ body: () -> Void) -> Double {
    body()
    return (0..<3).map { _ in
      var rounds = 0
      let start = ContinuousClock.now
      var spent = Duration.zero
      while spent < .seconds(1) {
        for _ in 0..<64 { body() }
        rounds += 64
        spent = ContinuousClock.now - start
      }
      return Double(spent.components.attoseconds) / 1e9 / Double(rounds)
        + Double(spent.components.seconds) * 1e9 / Double(rounds)
    }.min() ?? 0
  }

  /// Resident memory of this process in bytes.
  static func residentBytes() -> Int {
    guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8),
      let pages = text.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
    else { return 0 }
    return pages * Int(getpagesize())
  }

  /// A name and several times beside each other.
  static func row(_ name: String, milliseconds: [Double]) -> String {
    "  " + name.padding(toLength: 50, withPad: " ", startingAt: 0)
      + milliseconds.map { String(format: "%7.2f ms", $0) }.joined()
  }

  static func row(_ name: String, _ nanoseconds: Double) {
    let perSecond = nanoseconds > 0 ? 1e9 / nanoseconds : 0
    let rate = perSecond.formatted(.number.precision(.fractionLength(0)))
    print(
      "  " + name.padding(toLength: 44, withPad: " ", startingAt: 0)
        + String(format: "%9.2f µs  ", nanoseconds / 1000) + rate + "/s")
  }
}
