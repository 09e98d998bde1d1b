/// How many a second there were in the last second or two.
struct RecentRate {
  private(set) var perSecond = 0.0
  private var last = (count: 0, time: Duration.zero)

  mutating func note(_ count: Int, at time: Duration) {
    let passed = (time - last.time).inSeconds
    guard passed >= 1 else { return }
    perSecond = Double(count - last.count) / passed
    last = (count, time)
  }
}
