import Foundation

/// Goes through a journal line by line, from any place on.
struct JournalCursor: ~Copyable {
  /// Where a line begins.
  struct Place: Hashable, Sendable {
    /// Which of the files.
    var day = 0
    /// In what a compressed file holds.
    var position = 0
    /// Lines before it in its file.
    var line = 0
  }

  /// A line that a later version of the program wrote.
  private struct NewerFormat: Error { var format: Int }

  private let days: [JournalFolder.Day]
  private var reader: LineReader?
  private var dayNumber: Int
  private var line: Int
  /// Where the first file is begun.
  private var position: Int
  /// Bytes of the files before this one.
  private var passed = 0
  /// The line that ended a row of damaged ones, and where it begins.
  private var held: (line: LineReader.Line, place: Place)?

  init(_ days: [JournalFolder.Day], at place: Place = Place()) {
    self.days = days
    (dayNumber, position, line) = (place.day, place.position, place.line)
  }

  /// The file that is being read; nil at the end.
  var day: JournalFolder.Day? { days.indices.contains(dayNumber) ? days[dayNumber] : nil }
  /// Bytes of all files that have been read.
  mutating func bytes() -> Int { passed + (reader?.offset() ?? 0) }
  /// Of the next line.
  mutating func place() -> Place {
    held?.place ?? Place(day: dayNumber, position: reader?.position() ?? position, line: line)
  }

  /// What the next line is to `read`; nil at the end. Damaged lines one behind another are one item, facts
  /// of the account none.
  ///
  /// - Throws: ``JournalError/newer(path:line:format:)`` at a line of a newer format.
  mutating func next<Value>(
    _ read: (ArraySlice<UInt8>) throws(JournalLineError) -> Value
  ) throws(JournalError) -> JournalItem<Value>? {
    while let day {
      if reader == nil, let damage = open(day) { return .damaged(damage) }
      guard let line = nextLine() else {
        turnToNextDay(after: day)
        continue
      }
      do throws(NewerFormat) {
        guard let item = try item(line, day, read) else { continue }
        guard case .damaged(let damage) = item else { return item }
        return .damaged(extended(damage, day, read))
      } catch {
        throw .newer(path: day.path, line: self.line, format: error.format)
      }
    }
    return nil
  }

  private mutating func nextLine() -> LineReader.Line? {
    guard let next = held?.line ?? reader?.next() else { return nil }
    held = nil
    if case .empty(let count) = next { line += count } else { line += 1 }
    return next
  }

  /// With the damaged lines that follow.
  private mutating func extended<Value>(
    _ damage: JournalDamage, _ day: JournalFolder.Day,
    _ read: (ArraySlice<UInt8>) throws(JournalLineError) -> Value
  ) -> JournalDamage {
    var damage = damage
    while !damage.isTorn, !damage.reachesEnd {
      let place = place()
      guard let line = nextLine() else { break }
      if case .damaged(let next)? = try? item(line, day, read), !next.isTorn {
        damage.lines = damage.lines.lowerBound...next.lines.upperBound
        damage.reachesEnd = next.reachesEnd
      } else {
        held = (line, place)
        self.line = place.line
        break
      }
    }
    return damage
  }

  private mutating func turnToNextDay(after day: JournalFolder.Day) {
    passed += day.bytes
    dayNumber += 1
    reader = nil
    (position, line) = (0, 0)
  }

  /// The damage where it cannot be opened. A day that has been removed since the folder was looked at
  /// has nothing; one that has been compressed since then is read all the same.
  private mutating func open(_ day: JournalFolder.Day) -> JournalDamage? {
    for path in [day.path, day.path + ".gz"] where access(path, F_OK) == 0 {
      do throws(JournalError) {
        reader = try LineReader(path: path, at: position)
        return nil
      } catch {
        turnToNextDay(after: day)
        return JournalDamage(path: day.path, lines: 1...1, reason: error.headline, reachesEnd: true)
      }
    }
    return nil
  }

  /// What a line is, that has just been counted; nil for a fact of the account.
  private func item<Value>(
    _ line: LineReader.Line, _ day: JournalFolder.Day,
    _ read: (ArraySlice<UInt8>) throws(JournalLineError) -> Value
  ) throws(NewerFormat) -> JournalItem<Value>? {
    func damaged(_ reason: String, lines: Int = 1, isTorn: Bool = false, toEnd: Bool = false)
      -> JournalItem<Value>
    {
      .damaged(
        JournalDamage(
          path: day.path, lines: (self.line - lines + 1)...self.line, reason: reason,
          isTorn: isTorn, reachesEnd: toEnd))
    }
    switch line {
    case .empty(let count): return damaged("it is empty", lines: count)
    case .tooLong: return damaged("it is longer than any line that was written")
    case .unreadable(let reason):
      return damaged("the rest of the file is lost: \(reason)", toEnd: true)
    case .whole(let bytes), .unfinished(let bytes):
      do throws(JournalLineError) {
        return .entry(try read(bytes))
      } catch {
        switch (error, line) {
        case (.newer(let format), _): throw NewerFormat(format: format)
        case (.fact, _): return nil
        case (.damaged, .unfinished): return damaged("it was not written to its end", isTorn: true)
        case (.damaged(let reason), _): return damaged(reason)
        }
      }
    }
  }
}

/// What a line of a journal is.
package enum JournalItem<Value> {
  case entry(Value)
  /// Lines that are lost; the others are not.
  case damaged(JournalDamage)
}

extension JournalItem: Sendable where Value: Sendable {}
