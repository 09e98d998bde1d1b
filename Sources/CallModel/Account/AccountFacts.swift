/// What the callbacks of other calls add to a call (`board.md` § 1): both only grow.
///
/// A function of the set of facts that it was given, in whatever order they came and however often.
package struct AccountFacts: Hashable, Sendable {
  /// More lines than an account has: what further ones show is not kept.
  static let lines = 10_000

  /// A line, and a family of callbacks.
  struct LineFamily: Hashable, Sendable {
    var line: String
    var family: Callback.Family
  }

  /// What a fact changes.
  enum News: Hashable, Sendable {
    /// It was known.
    case none
    /// The calls of a line may show progress that did not, as far as something began after that moment.
    case progress(line: String, since: Instant)
    /// Addresses of one person; `moved` are the keys of those who were another's before.
    case join(moved: [String])
  }

  /// Since when a line shows progress: the earliest event time of an `Answered` of that family.
  private(set) var progress: [LineFamily: Instant] = [:]
  /// Which addresses are one person's.
  package private(set) var people: People

  package init(roster: Roster = Roster()) { people = People(roster: roster) }

  /// Each once, as early as it is known; the earliest first.
  package var all: [AccountFact] {
    let shown = progress.map { key, since in
      AccountFact.progress(line: key.line, family: key.family, since: since)
    }
    // The order of those of one moment costs more to tell.
    return (shown + people.joins).sorted {
      $0.since != $1.since ? $0.since < $1.since : $0.order < $1.order
    }
  }

  /// Since when a line tells answers of these families.
  func progress(
    of families: FamilySet, on line: String
  ) -> [(family: Callback.Family, since: Instant)] {
    guard !progress.isEmpty else { return [] }
    return families.all.compactMap { family in
      progress[LineFamily(line: line, family: family)].map { (family, $0) }
    }
  }

  /// Takes a fact; false where it was known.
  package mutating func learn(_ fact: AccountFact) -> Bool { take(fact) != .none }

  mutating func take(_ fact: AccountFact) -> News {
    switch fact {
    case .progress(let line, let family, let since):
      let key = LineFamily(line: line, family: family)
      if let known = progress[key] {
        guard since < known else { return .none }
      } else if progress.count >= Self.lines {
        return .none
      }
      progress[key] = since
      return .progress(line: line, since: since)
    case .join(let first, let second, let since):
      return people.join(first, second, at: since).map { .join(moved: $0) } ?? .none
    }
  }
}

extension AccountFact {
  /// Puts facts of one moment in an order of their own.
  fileprivate var order: String {
    switch self {
    case .progress(let line, let family, _): "1 \(family.rawValue) \(line)"
    case .join(let first, let second, _): "2 \(first.key) \(second.key)"
    }
  }
}
