/// What a board has learned of the account, in the order in which it did, for those who pass it on.
package struct FactLog: Sendable {
  /// How many may be added before the log is written anew without what later facts replaced.
  private static let spare = 1_024

  private var entries: [AccountFact] = []
  /// How many have left it.
  private var passed = 0
  private var limit = spare

  /// Behind the last one.
  package var end: Int { passed + entries.count }

  /// Up to `count` facts from a position on, and where to go on. All that is known comes from position 0
  /// on; some of it may come twice.
  package func facts(
    from position: Int, atMost count: Int
  ) -> (facts: [AccountFact], position: Int) {
    let start = max(position, passed)
    let facts = Array(entries.dropFirst(start - passed).prefix(count))
    return (facts, start + facts.count)
  }

  /// `facts`: all that is known with it.
  mutating func append(_ fact: AccountFact, of facts: AccountFacts) {
    entries.append(fact)
    guard entries.count > limit else { return }
    passed += entries.count
    entries = facts.all
    limit = 2 * entries.count + Self.spare
  }
}
