import BoardScreen
import CallModel
import CallbackWire
import Foundation
import LiveBoard
import MonitorHTTP
import Monitoring

/// What leaves the screen: files in a folder, the one in which the program was started.
struct ScreenFiles: ScreenServices {
  let pages: BoardPages
  let zone: AccountZone
  var folder = FileManager.default.currentDirectoryPath
  let memory: ScreenMemory?

  func save(_ document: String, as format: FrameFormat, at now: Instant) -> ScreenNotice {
    write(Data(document.utf8), ending: format.rawValue, now)
  }

  func export(
    _ request: PageRequest, marked: Set<String>, as format: ExportFormat, masked: Bool
  ) -> ScreenNotice {
    let rows = marked.isEmpty ? pages.rows(request) : pages.rows(marked.sorted())
    guard !rows.isEmpty else {
      return ScreenNotice(
        marked.isEmpty
          ? "There are no calls to export."
          : "The marked calls have left the board; Esc takes the marks away.", isFault: true)
    }
    var lines = CallLines(format: format == .csv ? .csv : .json, zone: zone)
    var bytes = Array(lines.beginning.utf8)
    for row in rows { bytes += lines.text(masked ? row.masked : row.withoutRecording) }
    bytes += lines.ending.utf8
    var notice = write(Data(bytes), ending: format.rawValue, .now())
    if !notice.isFault { notice.text += rows.count == 1 ? " 1 call." : " \(rows.count) calls." }
    return notice
  }

  func json(of sid: String, masked: Bool) -> String? {
    guard let row = pages.rows([sid]).first else { return nil }
    var writer = JSONWriter()
    writer.call(masked ? row.masked : row.withoutRecording)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  func remember(_ preferences: ScreenPreferences) -> ScreenNotice? { memory?.save(preferences) }

  /// Into a file that is not there yet, readable for the own user alone: it holds numbers.
  private func write(_ data: Data, ending: String, _ now: Instant) -> ScreenNotice {
    let civil = CivilTime(now, in: zone.civil)
    let digits = (civil.date + "-" + civil.time).filter { $0 != ":" }
    for number in 1...99 {
      let name = "callboard-\(digits)" + (number > 1 ? "-\(number)" : "") + ".\(ending)"
      let path = folder + "/" + name
      let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else {
        if errno == EEXIST { continue }
        return ScreenNotice(
          "\(name) cannot be written in \(folder): \(String(cString: strerror(errno)))",
          isFault: true)
      }
      do {
        try FileHandle(fileDescriptor: descriptor, closeOnDealloc: true).write(contentsOf: data)
        return ScreenNotice("Written: \(path).")
      } catch {
        unlink(path)
        return ScreenNotice("\(name): \(error.localizedDescription)", isFault: true)
      }
    }
    return ScreenNotice("There are 99 files of this second in \(folder) already.", isFault: true)
  }
}

extension CallRow {
  /// The address of a recording opens it to whoever has it.
  var withoutRecording: CallRow {
    var row = self
    row.call.recordingURL = call.recordingURL.map { _ in "***" }
    return row
  }
}
