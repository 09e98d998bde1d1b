/// After how many entries copies of the board are kept, so that a jump back need not begin at the
/// start: densely near to where one is, sparsely far away, and never more than a few, as each may be
/// as large as the board.
struct PlaybackSnapshots: Hashable, Sendable {
  /// In rising order. Nothing played at all costs nothing, and is always there.
  private(set) var positions = [0]

  /// The most copies that are kept; one is made after `spacing` entries, or after a `part` of all played:
  /// a copy takes the longer, the more there is on the board.
  var limit = 10
  var spacing = 4_096
  private static let part = 16

  /// The last one at or before a position.
  func latest(upTo position: Int) -> Int { positions.last { $0 <= position } ?? 0 }

  func wants(_ position: Int) -> Bool {
    position - latest(upTo: position) >= max(spacing, position / Self.part)
  }

  /// Keeps one; gives the one that is given up for it, if there are too many.
  mutating func keep(_ position: Int) -> Int? {
    positions.insert(position, at: positions.firstIndex { $0 > position } ?? positions.count)
    guard positions.count > limit else { return nil }
    let least = positions.indices.dropFirst().min { worth($0, position) < worth($1, position) }
    return least.map { positions.remove(at: $0) }
  }

  /// What a jump to the place behind it would cost more without it, against how far away it is.
  private func worth(_ place: Int, _ here: Int) -> Double {
    let before = positions[place - 1]
    let after = place + 1 < positions.count ? positions[place + 1] : positions[place] + spacing
    return Double(after - before) / Double(abs(here - positions[place]) + spacing)
  }
}
