import CallModel

/// How many a second there were in the last second or two.
package struct RecentRate {
  /// Zero within the first second.
  package private(set) var perSecond = 0.0
  private var last = (count: 0, time: Duration.zero)

  package init() {}

  /// Takes how many there were until then; `time` goes on from call to call.
  package mutating func note(_ count: Int, at time: Duration) {
    let passed = (time - last.time).inSeconds
    guard passed >= 1 else { return }
    perSecond = Double(count - last.count) / passed
    last = (count, time)
  }
}
