import CallModel

/// What is found when a journal is read from its first line to its last.
package struct JournalAudit: Sendable {
  package struct Day: Sendable {
    package var day: JournalFolder.Day
    package var accepted = 0
    package var rejected = 0
    package var first: Instant?
    package var last: Instant?
    package var damages: [JournalDamage] = []
    package var gaps: [Gap] = []
  }

  /// A place where the sequence does not go on by one.
  package struct Gap: Hashable, Sendable, CustomStringConvertible {
    package var before: UInt64
    package var after: UInt64
    /// Lines in between that are told as damaged, and not once more as missing.
    package var damaged: UInt64 = 0

    /// False where the sequence goes on by one, or all that is missing is there as damaged lines.
    var isOne: Bool { after <= before || after - before - 1 > damaged }

    package var description: String {
      if after <= before { return "the sequence goes back from \(before) to \(after)" }
      let missing = after - before - 1 - damaged
      return "\(missing) missing between \(before) and \(after)"
    }
  }

  package private(set) var days: [Day] = []
  /// The sequence of the first and the last entry.
  package private(set) var sequences: ClosedRange<UInt64>?
  private var previous: UInt64?
  /// Lines that were found damaged since then; nil for nobody knows how many.
  private var lost: UInt64? = 0

  package init(
    _ folder: JournalFolder, progress: (JournalReader.Progress) -> Void
  ) throws(JournalError) {
    for day in try folder.days() {
      var found = Day(day: day)
      try JournalReader(days: [day]).forEach(progress: progress) { item throws(JournalError) in
        switch item {
        case .entry(let entry): take(entry, &found)
        case .damaged(let damage):
          found.damages.append(damage)
          lost = damage.reachesEnd ? nil : lost.map { $0 + UInt64(damage.lines.count) }
        }
        return true
      }
      days.append(found)
    }
  }

  private mutating func take(_ entry: JournalEntry, _ day: inout Day) {
    if entry.rejection == nil { day.accepted += 1 } else { day.rejected += 1 }
    day.first = min(day.first ?? entry.arrivedAt, entry.arrivedAt)
    day.last = max(day.last ?? entry.arrivedAt, entry.arrivedAt)
    if let previous {
      let gap = Gap(before: previous, after: entry.sequence, damaged: lost ?? .max)
      if gap.isOne { day.gaps.append(gap) }
    }
    (previous, lost) = (entry.sequence, 0)
    let bounds =
      sequences.map { ($0.lowerBound, $0.upperBound) } ?? (entry.sequence, entry.sequence)
    sequences = min(bounds.0, entry.sequence)...max(bounds.1, entry.sequence)
  }

  /// True where every line is there as it was written. A last line that is not written to its end
  /// was promised to nobody, or is just being written.
  package var isSound: Bool {
    days.allSatisfy { $0.gaps.isEmpty && $0.damages.allSatisfy(\.isTorn) }
  }
}
