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

/// Some of the families, in two bytes.
struct FamilySet: Hashable, Sendable {
  private var bits: UInt16 = 0

  var isEmpty: Bool { bits == 0 }

  func contains(_ family: Callback.Family) -> Bool { bits & Self.bit(family) != 0 }

  mutating func insert(_ family: Callback.Family) { bits |= Self.bit(family) }

  /// In the order in which they are listed.
  var all: [Callback.Family] { Callback.Family.allCases.filter(contains) }

  /// True where any of these is in it.
  func hasAny(_ families: Callback.Family...) -> Bool { families.contains(where: contains) }

  /// True where only these, or fewer, are in it.
  func isWithin(_ families: Callback.Family...) -> Bool {
    var others = bits
    for family in families { others &= ~Self.bit(family) }
    return others == 0
  }

  private static func bit(_ family: Callback.Family) -> UInt16 {
    switch family {
    case .connect: 1
    case .flow: 2
    case .statusCallback: 4
    case .softphone: 8
    case .contactCentre: 16
    case .stream: 32
    case .leg: 64
    case .bridge: 128
    case .campaign: 256
    }
  }
}
