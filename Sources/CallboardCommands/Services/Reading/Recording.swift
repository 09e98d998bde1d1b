import CallJournal
import CallModel
import Foundation
import Monitoring

/// The files of a recording: those that were named, or the days of a journal's folder.
struct Recording {
  /// As the first file is called, with how many there are besides.
  let name: String
  let files: [JournalFolder.Day]

  /// - Throws: exit code 66 (no input), after telling which file is not there.
  init(paths: [String]) throws {
    files = try paths.flatMap { path in
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw Failure.tell(
          "\(path) is not there; name a recording or a day of the journal", code: 66)
      }
      if !isFolder.boolValue {
        guard access(path, R_OK) == 0 else {
          throw Failure.tell("cannot read \(path): \(String(cString: strerror(errno)))", code: 66)
        }
        if let fault = RegularFile.fault(at: path) { throw Failure.tell("\(fault)", code: 66) }
        return [try Self.file(path)]
      }
      let days = try Failure.exiting { try JournalFolder(path).days() }
      guard !days.isEmpty else { throw Failure.tell("no journal is in \(path)", code: 66) }
      return days
    }
    let first = URL(filePath: paths.first ?? "").lastPathComponent
    name = paths.count > 1 ? "\(first) and \(paths.count - 1) more" : first
  }

  /// Hands out every line until `body` wants no more, which it says by false, and tells how far it is.
  func forEach(_ body: (JournalReader.Item) throws(JournalError) -> Bool) throws {
    try Failure.exiting {
      var progress = ProgressLine("reading the recording")
      defer { progress.end() }
      try JournalReader(days: files).forEach(progress: { progress.show($0) }, body)
    }
  }

  /// What is known of the account beyond single calls: among the lines, and beside the days of a journal.
  /// `country`: by whose dialing rules addresses are read.
  func facts(country: Country) throws(JournalError) -> [AccountFact] {
    var facts = try JournalReader(days: files).facts(country: country)
    let days = files.filter { JournalFolder.isDay(String($0.name.prefix(10))) }
    let folders = Set(days.map { URL(filePath: $0.path).deletingLastPathComponent().path })
    for folder in folders.sorted() {
      facts += try AccountFactsFile(JournalFolder(folder), country: country).contents().facts
    }
    return facts
  }

  private static func file(_ path: String) throws -> JournalFolder.Day {
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? NSNumber
    return JournalFolder.Day(
      name: URL(filePath: path).lastPathComponent, path: path,
      isCompressed: path.hasSuffix(".gz"), bytes: size?.intValue ?? 0)
  }
}
