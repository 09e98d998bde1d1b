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
