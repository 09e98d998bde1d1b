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

  private let days: [JournalFolder.Day]
  private var reader: LineReader?
  private var dayNumber: Int
  private var line: Int
  /// Where the first file is begun.
  private var position: Int
  /// Bytes of the files before this one.
  private var passed = 0

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
    Place(day: dayNumber, position: reader?.position() ?? position, line: line)
  }

  /// What the next line is to `read`; nil at the end.
  ///
  /// - Throws: ``JournalError/newer(path:line:format:)`` at a line of a newer format.
  mutating func next<Value>(
    _ read: (ArraySlice<UInt8>) throws(JournalLineError) -> Value
  ) throws(JournalError) -> JournalItem<Value>? {
    while let day {
      if reader == nil, let item: JournalItem<Value> = open(day) { return item }
      if let line = reader?.next() {
        self.line += 1
        return try Self.item(line, day, self.line, read)
      }
      turnToNextDay(after: day)
    }
    return nil
  }

  private mutating func turnToNextDay(after day: JournalFolder.Day) {
    passed += day.bytes
    dayNumber += 1
    reader = nil
    (position, line) = (0, 0)
  }

  /// The damage where it cannot be opened. A day that has been removed since the folder was looked at
  /// has nothing; one that has been compressed since then is read all the same.
  private mutating func open<Value>(_ day: JournalFolder.Day) -> JournalItem<Value>? {
    for path in [day.path, day.path + ".gz"] where access(path, F_OK) == 0 {
      do throws(JournalError) {
        reader = try LineReader(path: path, at: position)
        return nil
      } catch {
        turnToNextDay(after: day)
        return .damaged(
          JournalDamage(path: day.path, line: 1, reason: error.headline, isTorn: false))
      }
    }
    return nil
  }

  private static func item<Value>(
    _ line: LineReader.Line, _ day: JournalFolder.Day, _ number: Int,
    _ read: (ArraySlice<UInt8>) throws(JournalLineError) -> Value
  ) throws(JournalError) -> JournalItem<Value> {
    func damaged(_ reason: String, isTorn: Bool = false) -> JournalItem<Value> {
      .damaged(JournalDamage(path: day.path, line: number, reason: reason, isTorn: isTorn))
    }
    let bytes: ArraySlice<UInt8>
    switch line {
    case .whole(let line): bytes = line
    case .unfinished(let line): bytes = line
    case .tooLong: return damaged("it is longer than any line that was written")
    case .unreadable(let reason): return damaged("the rest of the file is lost: \(reason)")
    }
    do throws(JournalLineError) {
      return .entry(try read(bytes))
    } catch {
      switch error {
      case .newer(let format): throw .newer(path: day.path, line: number, format: format)
      case .damaged(let reason):
        if case .unfinished = line { return damaged("it was not written to its end", isTorn: true) }
        return damaged(reason)
      }
    }
  }
}

/// What a line of a journal is.
package enum JournalItem<Value> {
  case entry(Value)
  /// A line that is lost; the others are not.
  case damaged(JournalDamage)
}

extension JournalItem: Sendable where Value: Sendable {}
