import CallModel

/// Where the playing of a recording stands: pure, `(state, input) → (state, effects)`.
///
/// Its time is the recording's own. What is on the board follows from ``position`` and ``now`` alone,
/// whichever way led there.
package struct Playback: Sendable {
  package enum Input: Hashable, Sendable {
    /// The real time that has passed.
    case pass(Duration)
    /// Plays or stands still; at the end, plays from the start.
    case toggle
    /// One entry on, or back; then it stands still.
    case step, stepBack
    case faster, slower
    case jump(to: Instant)
    /// How far on, or back where it is negative.
    case skip(Duration)
  }

  /// What is to be done with the board, in this order.
  package enum Effect: Hashable, Sendable {
    /// Goes back to the board as it was after this number of entries.
    case rewind(to: Int)
    case play(Range<Int>)
    /// The board, as it is now, is to be kept, or need not be any longer; by the entries it has.
    case keep(Int)
    case drop(Int)
  }

  /// Where a jump leads to.
  private struct Goal: Hashable, Sendable {
    var position: Int
    var now: Instant
  }

  package enum Motion: Hashable, Sendable {
    case playing, paused
    /// On the way to where a jump leads.
    case seeking
    case ended
  }

  /// Of all entries, in rising order.
  package let moments: [Instant]
  /// Entries that are on the board.
  package private(set) var position = 0
  package private(set) var now: Instant
  package private(set) var speed: PlaybackSpeed
  private var isPlaying: Bool
  private var goal: Goal?
  /// What has passed of the millisecond after ``now``.
  private var fraction = Duration.zero
  var snapshots = PlaybackSnapshots()
  /// Silences are left out.
  private let skipsGaps: Bool
  /// Nobody goes back: no copies are kept for it.
  private let isStraight: Bool

  /// Entries that are played at once; then whoever waits has a turn.
  static let chunk = 256
  /// More real time does not pass at once: the program was suspended meanwhile.
  private static let longest = Duration.milliseconds(250)
  /// What is a silence, and how much of it is played at its beginning and its end.
  private static let gap = (length: Duration.seconds(60), rest: Duration.seconds(5))

  package init(
    moments: [Instant], speed: PlaybackSpeed = .times(1), isPlaying: Bool = true,
    skipsGaps: Bool = false, isStraight: Bool = false
  ) {
    self.moments = moments
    self.speed = speed
    self.isPlaying = isPlaying
    self.skipsGaps = skipsGaps
    self.isStraight = isStraight
    now = moments.first ?? Instant(milliseconds: 0)
  }

  package var start: Instant { moments.first ?? now }
  package var end: Instant { moments.last ?? now }

  package var motion: Motion {
    if goal != nil { return .seeking }
    if position == moments.count { return .ended }
    return isPlaying ? .playing : .paused
  }

  /// True while something is due that need not wait for time to pass.
  var wantsMore: Bool {
    switch motion {
    case .seeking: true
    case .playing: speed == .unlimited || moments[position] <= now
    case .paused, .ended: false
    }
  }

  package mutating func update(_ input: Input) -> [Effect] {
    switch input {
    case .pass(let time): return goal.map { approach($0) } ?? play(min(time, Self.longest))
    case .toggle:
      guard motion == .ended else {
        isPlaying.toggle()
        return []
      }
      isPlaying = true
      return seek(Goal(position: 0, now: start))
    case .step:
      (isPlaying, goal) = (false, nil)
      return position < moments.count ? play(upTo: position + 1) : []
    case .stepBack:
      isPlaying = false
      let before = max((goal?.position ?? position) - 1, 0)
      return seek(Goal(position: before, now: moment(after: before)))
    case .faster: speed = speed.faster
    case .slower: speed = speed.slower
    case .jump(let moment): return seek(at: moment)
    case .skip(let time): return seek(at: (goal?.now ?? now) + time)
    }
    return []
  }

  /// Goes to a moment as if all entries before it had been played, where nothing is made of them.
  package mutating func leap(to moment: Instant) {
    now = min(max(moment, start), end)
    position = count(before: now)
  }

  // MARK: - Playing

  private mutating func play(_ time: Duration) -> [Effect] {
    guard motion == .playing else { return [] }
    let wanted = speed.played(in: time).map { pass($0) } ?? end
    let due = count(until: skipsGaps ? beyondGap(wanted) : wanted)
    let last = min(due, position + Self.chunk)
    let effects = last > position ? play(upTo: last) : []
    // Where more was due than is played at once, time waits for it.
    if last == due { now = max(now, skipsGaps ? beyondGap(wanted) : wanted) }
    return effects
  }

  private mutating func pass(_ time: Duration) -> Instant {
    let exact = time + fraction
    fraction = exact - .milliseconds(exact.wholeMilliseconds)
    return min(now + exact, end)
  }

  /// In the midst of a silence the moment shortly before its end.
  private func beyondGap(_ wanted: Instant) -> Instant {
    guard position > 0, position < moments.count else { return wanted }
    let (before, next) = (moments[position - 1], moments[position])
    guard next - before > Self.gap.length, wanted - before > Self.gap.rest else { return wanted }
    return max(wanted, next - Self.gap.rest)
  }

  private mutating func play(upTo last: Int) -> [Effect] {
    let range = position..<last
    position = last
    now = max(now, moments[last - 1])
    guard !isStraight, snapshots.wants(last), now == moments[last - 1] else {
      return [.play(range)]
    }
    let dropped = snapshots.keep(last)
    return [.play(range), .keep(last)] + (dropped.map { [.drop($0)] } ?? [])
  }

  // MARK: - Jumping

  private mutating func seek(at moment: Instant) -> [Effect] {
    let moment = min(max(moment, start), end)
    return seek(Goal(position: count(until: moment), now: moment))
  }

  private mutating func seek(_ goal: Goal) -> [Effect] {
    self.goal = goal
    let kept = snapshots.latest(upTo: goal.position)
    let isBehind = goal.position < position || goal.now < now
    guard isBehind || kept > position else { return approach(goal) }
    (position, now) = (kept, moment(after: kept))
    return [.rewind(to: kept)] + approach(goal)
  }

  private mutating func approach(_ goal: Goal) -> [Effect] {
    let last = min(goal.position, position + Self.chunk)
    let effects = last > position ? play(upTo: last) : []
    guard position == goal.position else { return effects }
    now = goal.now
    self.goal = nil
    return effects
  }

  /// When this number of entries has just been played.
  func moment(after position: Int) -> Instant {
    position > 0 ? moments[position - 1] : start
  }

  private func count(before moment: Instant) -> Int { count(until: moment - .milliseconds(1)) }

  /// Entries up to a moment, those of that moment among them.
  private func count(until moment: Instant) -> Int {
    var (low, high) = (0, moments.count)
    while low < high {
      let middle = (low + high) / 2
      if moments[middle] <= moment { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
