/// What the callbacks of other calls add to a call (`board.md` § 1): both only grow.
package struct AccountFacts: Hashable, Sendable {
  /// More lines than an account has: what further ones show is not kept.
  static let lines = 10_000

  /// A line, and a family of callbacks.
  struct LineFamily: Hashable, Sendable {
    var line: String
    var family: Callback.Family
  }

  /// Since when a line shows progress: the earliest event time of an `Answered` of that family.
  private(set) var progress: [LineFamily: Instant] = [:]
  /// Which addresses are one person's.
  package internal(set) var people: People

  package init(roster: Roster = Roster()) { people = People(roster: roster) }

  /// True where the line told answers of that family before `moment`.
  func showsProgress(_ family: Callback.Family, on line: String?, before moment: Instant) -> Bool {
    guard let line, let since = progress[LineFamily(line: line, family: family)] else {
      return false
    }
    return since < moment
  }

  /// True where that is news.
  mutating func noteProgress(
    _ family: Callback.Family, on line: String, since moment: Instant
  ) -> Bool {
    let key = LineFamily(line: line, family: family)
    if let known = progress[key] {
      guard moment < known else { return false }
    } else if progress.count >= Self.lines {
      return false
    }
    progress[key] = moment
    return true
  }
}
