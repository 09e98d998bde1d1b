import CallSimulator

/// The calls of a simulation that were wanted, and for which its scenario had no time.
struct UnplacedCalls {
  private let words: String

  /// Nil where all were placed, or any number was right.
  init?(_ scenario: Scenario, placed: Int) {
    guard let wanted = scenario.calls, placed < wanted else { return nil }
    words =
      "\(placed) of \(wanted) calls were placed: then the arrivals of \(scenario.name) end; more come "
      + "with a higher --rate"
  }

  /// Tells it on stderr.
  func say() { Failure.say(words) }
}
