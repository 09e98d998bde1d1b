/// Figures per minute, so that those of any window that begins at one are a short sum, and a correction
/// touches one entry. A day begins at a minute of the clock, and in every zone that is one of UTC.
///
/// Holds no more entries than there were minutes in which something was counted.
struct TimeBuckets<Figures: Addable>: Sendable {
  /// In the order of their minutes.
  private var entries: [(minute: Int64, figures: Figures)] = []

  var count: Int { entries.count }

  /// True where nothing is counted.
  var isZero: Bool { entries.allSatisfy { $0.figures == Figures() } }

  mutating func add(_ figures: Figures, at moment: Instant) {
    change(moment.minute) { $0 += figures }
  }

  mutating func subtract(_ figures: Figures, at moment: Instant) {
    change(moment.minute) { $0 -= figures }
  }

  mutating func add(_ others: Self) {
    for entry in others.entries { change(entry.minute) { $0 += entry.figures } }
  }

  /// The figures from the minute of `start` on.
  func sum(since start: Instant) -> Figures {
    var sum = Figures()
    for entry in entries[place(of: start.minute)...] { sum += entry.figures }
    return sum
  }

  /// The figures of the last `count` minutes, that of `now` at the end.
  func last(_ count: Int, until now: Instant) -> [Figures] {
    let end = now.minute
    var last = [Figures](repeating: Figures(), count: count)
    for entry in entries.reversed() {
      let place = Int64(count) - 1 - (end - entry.minute)
      guard place >= 0 else { break }
      if place < count { last[Int(place)] = entry.figures }
    }
    return last
  }

  /// Forgets what lies before the minute of `start`.
  mutating func forget(before start: Instant) {
    entries.removeFirst(place(of: start.minute))
  }

  private mutating func change(_ minute: Int64, _ change: (inout Figures) -> Void) {
    let place = place(of: minute)
    if place == entries.count || entries[place].minute != minute {
      entries.insert((minute, Figures()), at: place)
    }
    change(&entries[place].figures)
  }

  /// Where the first entry stands that is not before a minute.
  private func place(of minute: Int64) -> Int {
    var (low, high) = (0, entries.count)
    // Mostly it is the last one.
    if let last = entries.last, last.minute <= minute {
      return last.minute == minute ? high - 1 : high
    }
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].minute < minute { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
