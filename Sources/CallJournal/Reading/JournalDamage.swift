/// Lines of a journal that cannot be read, one behind another.
package struct JournalDamage: Hashable, Sendable, CustomStringConvertible {
  package var path: String
  /// From 1.
  package var lines: ClosedRange<Int>
  /// What is wrong with the first of them.
  package var reason: String
  /// The last line of a file, not written to its end: nobody was told that it is kept.
  package var isTorn = false
  /// From there on nothing of the file can be read: nobody knows how many lines are lost.
  package var reachesEnd = false

  package init(
    path: String, lines: ClosedRange<Int>, reason: String, isTorn: Bool = false,
    reachesEnd: Bool = false
  ) {
    self.path = path
    self.lines = lines
    self.reason = reason
    self.isTorn = isTorn
    self.reachesEnd = reachesEnd
  }

  /// As `/data/2026-11-23.jsonl, lines 3 to 17: its checksum is wrong`.
  package var description: String {
    let place =
      lines.count == 1
      ? "line \(lines.lowerBound)" : "lines \(lines.lowerBound) to \(lines.upperBound)"
    return "\(path), \(place): \(reason)"
  }
}
