/// The large calls that have callbacks which were not folded yet. A fold of such a call is slow, so one
/// fold takes in all callbacks that came for it within a moment.
struct DeferredFolds: Sendable {
  /// More callbacks than an ordinary call has.
  static let many = 64

  private static let longest = Duration.milliseconds(50)

  private var calls = OutdatedCalls()
  private var since: Instant?

  var isEmpty: Bool { calls.isEmpty }

  mutating func add(_ slot: Int, at now: Instant) {
    calls.add(slot)
    since = since ?? now
  }

  /// When one has waited for long enough.
  var due: Instant? { since.map { $0 + Self.longest } }

  /// True from then on, and where the clock was set back.
  func isDue(at now: Instant) -> Bool {
    guard let since, let due else { return false }
    return now < since || now >= due
  }

  mutating func pop() -> Int? {
    let slot = calls.pop()
    if slot == nil { since = nil }
    return slot
  }
}

extension CallBoard {
  /// Folds the calls of which callbacks came that were not folded.
  mutating func foldDeferred() {
    guard !deferred.isEmpty else { return }
    revision += 1
    while let slot = deferred.pop() { fold(slot) }
  }
}
