import CallModel
import CallSimulator
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
  let path: String

  /// Of the calls that are over; `missing` are the callbacks that were not taken, by call.
  func write(_ truths: [CallTruth], missing: [String: Int], elapsed: Duration) throws {
    var bytes: [UInt8] = []
    for truth in truths where truth.over <= elapsed {
      var json = JSONWriter()
      json.object { Self.write(truth, missing: missing[truth.sid, default: 0], to: &$0) }
      bytes += json.bytes + [UInt8(ascii: "\n")]
    }
    do {
      try Data(bytes).write(to: URL(filePath: path))
    } catch {
      throw Failure.tell("\(path) cannot be written: \(error.localizedDescription)", code: 74)
    }
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
