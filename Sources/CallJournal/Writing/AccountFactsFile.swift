import CallModel
import CallbackWire
import Foundation

/// The facts of the account beside a journal, `account-facts.jsonl` in its folder: they outlive the days
/// that have shown them. Who knows nothing of it passes over it.
///
/// What is lost of it is learned again from the days that are there.
package struct AccountFactsFile: Sendable {
  /// What the file says.
  package struct Contents: Sendable {
    package var facts: [AccountFact] = []
    /// All that arrived before is in it; nil where nothing is known to be.
    package var readUpTo: Instant?
    /// Whole lines that a later version has written, kept as they are.
    var foreign: [[UInt8]] = []
    /// Lines that could not be read.
    package var damaged = 0
  }

  let path: String
  /// By whose dialing rules addresses are read.
  let country: Country

  /// More lines of later versions are not kept.
  private static let foreignLines = 100_000
  /// Raised when callbacks are understood to show more than before: the journal is then read anew.
  private static let generation = "1"

  package init(_ folder: JournalFolder, country: Country) {
    path = folder.path + "/account-facts.jsonl"
    self.country = country
  }

  /// Nothing where there is no file.
  ///
  /// - Throws: where it is there and cannot be read.
  package func contents() throws(JournalError) -> Contents {
    var contents = Contents()
    guard access(path, F_OK) == 0 else { return contents }
    var reader = try LineReader(path: path)
    while let line = reader.next() {
      switch line {
      case .whole(let bytes), .unfinished(let bytes): take(bytes, &contents)
      case .empty: break
      case .tooLong: contents.damaged += 1
      case .unreadable(let reason): throw .system(path: path, doing: "read", reason: reason)
      }
    }
    return contents
  }

  private func take(_ line: ArraySlice<UInt8>, _ contents: inout Contents) {
    if let fact = AccountFact(line: line, country: country) {
      contents.facts.append(fact)
    } else if AccountFact.isOne(line), let fields = FactLineFields(line) {
      if fields["fact"] != Self.mark {
        if contents.foreign.count < Self.foreignLines { contents.foreign.append(Array(line)) }
      } else if fields["generation"] == Self.generation {
        contents.readUpTo = fields["before"].flatMap { Instant(rfc3339: $0) }
      }
    } else {
      contents.damaged += 1
    }
  }

  /// The line that says how far the journal has been read; the last one counts.
  static func mark(_ moment: Instant) -> [UInt8] {
    JournalEntry.checkedLine(version: AccountFact.format) { writer in
      writer.field("fact", mark)
      writer.field("generation", generation)
      writer.field("before", moment)
    }
  }

  private static let mark = "read"

  /// Writes the file anew: it is there whole at every moment.
  func replace(_ contents: Contents) throws(JournalError) {
    let partial = path + ".partial"
    unlink(partial)
    let descriptor = open(partial, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .last(partial, "make") }
    var lines = contents.facts.compactMap(\.line).flatMap { $0 }
    for line in contents.foreign { lines += line + [UInt8(ascii: "\n")] }
    if let moment = contents.readUpTo { lines += Self.mark(moment) }
    let isWritten = Self.write(lines, to: descriptor) && fsync(descriptor) == 0
    let error = JournalError.last(partial, "write to")
    close(descriptor)
    guard isWritten else {
      unlink(partial)
      throw error
    }
    guard rename(partial, path) == 0 else { throw .last(path, "replace") }
    JournalFile.syncFolder(URL(filePath: path).deletingLastPathComponent().path)
  }

  /// Adds whole lines at its end.
  func append(_ lines: [UInt8]) throws(JournalError) {
    let descriptor = try RegularFile.open(path, O_WRONLY | O_CREAT | O_APPEND, mode: 0o600)
    defer { close(descriptor) }
    guard Self.write(lines, to: descriptor), fdatasync(descriptor) == 0 else {
      throw .last(path, "write to")
    }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
