import CallModel
import Foundation
import Logging

/// The folder of a journal: one file a day, `2026-11-23.jsonl`, or `2026-11-22.jsonl.gz` where it
/// has been compacted.
package struct JournalFolder: Sendable {
  /// One day's file.
  package struct Day: Hashable, Sendable {
    /// As `2026-11-23`: the day, in the account's zone, on which its first entry arrived.
    package var name: String
    package var path: String
    package var isCompressed: Bool
    package var bytes: Int

    package init(name: String, path: String, isCompressed: Bool, bytes: Int) {
      self.name = name
      self.path = path
      self.isCompressed = isCompressed
      self.bytes = bytes
    }

    package var fileName: String { name + (isCompressed ? ".jsonl.gz" : ".jsonl") }
  }

  package let path: String

  package init(_ path: String) { self.path = path }

  package func path(of day: String) -> String { path + "/" + day + ".jsonl" }

  /// Makes the folder, for the own user alone, and those that it is in, where they are not there.
  package func create() throws(JournalError) {
    var folder = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/") {
      folder += "/" + part
      guard mkdir(folder, 0o700) != 0 else { continue }
      guard errno == EEXIST || errno == EISDIR else { throw .last(folder, "make the folder") }
    }
    var status = stat()
    guard stat(path, &status) == 0 else { throw .last(path, "look at") }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      errno = ENOTDIR
      throw .last(path, "use")
    }
  }

  /// The days in their order; none where there is no folder. A day that was being compacted when
  /// the machine stopped is there twice: its uncompressed file counts.
  ///
  /// - Throws: also where something that is no regular file bears a day's name.
  package func days() throws(JournalError) -> [Day] {
    let days = try regularDays()
    if let fault = days.fault { throw fault }
    return days.days
  }

  /// The same, without what is no regular file: for a listener that is at work, and does not end for
  /// it. `fault` names the first such file.
  package func regularDays() throws(JournalError) -> (days: [Day], fault: JournalError?) {
    var status = stat()
    guard stat(path, &status) == 0 else { return ([], nil) }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      errno = ENOTDIR
      throw .last(path, "list")
    }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path)
    } catch {
      throw .system(path: path, doing: "list", reason: Self.reason(error))
    }
    var days: [String: Day] = [:]
    var fault: JournalError?
    for name in names.sorted(by: >) {
      guard let day = day(file: name) else { continue }
      if let found = RegularFile.fault(at: day.path) {
        fault = found
      } else {
        days[day.name] = day
      }
    }
    return (days.values.sorted { $0.name < $1.name }, fault)
  }

  /// The days in which entries that arrived at `start` or later may stand. A day to spare covers
  /// another zone's names.
  package func days(
    since start: Instant, dayName: (Instant) -> String
  ) throws(JournalError) -> [Day] {
    let first = dayName(start - .seconds(86_400))
    return try days().filter { $0.name >= first }
  }

  private func day(file name: String) -> Day? {
    let isCompressed = name.hasSuffix(".jsonl.gz")
    guard isCompressed || name.hasSuffix(".jsonl") else { return nil }
    let day = String(name.prefix(10))
    guard name.count == 10 + (isCompressed ? 9 : 6), Self.isDay(day) else { return nil }
    var status = stat()
    let bytes = stat(path + "/" + name, &status) == 0 ? Int(status.st_size) : 0
    return Day(name: day, path: path + "/" + name, isCompressed: isCompressed, bytes: bytes)
  }

  func remove(_ day: Day, logger: Logger) {
    if unlink(day.path) == 0 {
      logger.notice("removed \(day.path) (\(day.bytes) bytes): it need not be kept any longer")
    } else {
      logger.error("cannot remove \(day.path): \(String(cString: strerror(errno)))")
    }
  }

  /// True for a text of the form `2026-11-23`.
  package static func isDay(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.count) == [4, 2, 2]
      && parts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }

  static func reason(_ error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    if let underlying, underlying.domain == NSPOSIXErrorDomain {
      return String(cString: strerror(Int32(underlying.code)))
    }
    return error.localizedDescription
  }
}
