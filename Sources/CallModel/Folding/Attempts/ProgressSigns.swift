/// Which families would have told of an answer (`board.md` § 1): those that told of one in this call,
/// and those that had done so on its line.
struct ProgressSigns: Sendable {
  /// Those that told of one in this call.
  private let told: FamilySet
  /// Those that did on its line, each with since when.
  private let onLine: [(family: Callback.Family, since: Instant)]

  /// `families` are those that tell of the call; `line` is the key of its line.
  init(told: FamilySet, families: FamilySet, line: String?, facts: AccountFacts) {
    self.told = told
    onLine = line.map { facts.progress(of: families, on: $0) } ?? []
  }

  func shows(_ family: Callback.Family, since began: Instant) -> Bool {
    told.contains(family) || onLine.contains { $0.family == family && $0.since < began }
  }
}
