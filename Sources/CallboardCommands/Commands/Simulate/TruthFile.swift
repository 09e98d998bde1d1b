import CallJournal
import CallModel
import CallSimulator
import CallbackWire
import Foundation
import Monitoring

/// What really became of the simulated calls, as lines of JSON, to be compared with what others made of
/// their callbacks.
///
/// ```json
/// {"sid":"…","outcome":"completed","talkSeconds":48,"untold":0,
///  "bot":null,"legs":[{"number":"+919880000001","outcome":"no-answer"}]}
/// ```
/// `untold` counts the callbacks of the call that nobody took: where there are any, nobody can know.
struct TruthFile {
  private let path: String
  private let file: FileHandle

  /// Opens the file, so that a path that cannot be written is told before anything is played. What stands
  /// in it stays until it is written.
  ///
  /// - Throws: the exit code 74, after telling why it cannot be written.
  init(path: String) throws {
    self.path = path
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Self.failed(path, String(cString: strerror(errno))) }
    file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  /// Of the calls that are over; `missing` are the callbacks that were not taken, by call.
  func write(_ truths: [CallTruth], missing: [String: Int], elapsed: Duration) throws {
    var bytes: [UInt8] = []
    for truth in truths where truth.over <= elapsed {
      var json = JSONWriter()
      json.object { Self.write(truth, missing: missing[truth.sid, default: 0], to: &$0) }
      bytes += json.bytes + [UInt8(ascii: "\n")]
    }
    do {
      // Nothing is cut from a device or a pipe.
      if RegularFile.fault(at: path) == nil { try file.truncate(atOffset: 0) }
      try file.write(contentsOf: Data(bytes))
    } catch {
      throw Self.failed(path, error.localizedDescription)
    }
  }

  private static func failed(_ path: String, _ reason: String) -> any Error {
    Failure.tell("\(path) cannot be written: \(reason)", code: StandardOutput.unwritten)
  }

  private static func write(_ truth: CallTruth, missing: Int, to json: inout JSONWriter) {
    json.field("sid", truth.sid)
    json.field("outcome", truth.outcome.rawValue)
    json.field("talkSeconds", seconds: truth.talk)
    json.field("untold", truth.lost + missing)
    if let bot = truth.bot {
      json.field(
        "bot",
        object: {
          $0.field("status", bot.status.rawValue)
          $0.field("seconds", seconds: bot.talk)
        })
    } else {
      json.field("bot", nil as String?)
    }
    json.field("legs", array: truth.legs) { json, leg in
      json.object {
        $0.field("number", leg.number)
        $0.field("outcome", leg.outcome.rawValue)
      }
    }
  }
}
