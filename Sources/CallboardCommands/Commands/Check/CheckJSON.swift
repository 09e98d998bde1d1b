import CallJournal
import CallModel
import CallbackWire
import MonitorHTTP
import Monitoring

/// What was found, as JSON.
enum CheckJSON {
  /// One callback alone.
  static func callback(_ review: CallbackReview, readAs: String, _ row: CallRow?) -> [UInt8] {
    var writer = JSONWriter()
    writer.object {
      $0.field("readAs", readAs)
      $0.review(review)
      $0.row(row)
    }
    return writer.bytes
  }

  /// A call of a recording with all of its callbacks.
  static func call(_ row: CallRow, _ reviews: [CheckCommand.CheckedCallback]) -> [UInt8] {
    var writer = JSONWriter()
    writer.object {
      $0.field("readAs", "a recording")
      $0.field("callbacks", array: reviews) { writer, callback in
        writer.object {
          $0.field("sequence", Int(clamping: callback.entry.sequence))
          $0.field("arrivedAt", callback.entry.arrivedAt)
          $0.review(callback.review)
        }
      }
      $0.row(row)
    }
    return writer.bytes
  }

  static func call(_ call: RecordingCheck.CheckedCall) -> [UInt8] {
    var writer = JSONWriter()
    writer.object {
      $0.row(call.row)
      $0.field("findings", array: call.findings) { writer, finding in
        writer.object {
          $0.field("field", finding.field)
          $0.remark(finding.remark)
          $0.field("count", finding.count)
          $0.field("sequence", Int(clamping: finding.sequence))
        }
      }
    }
    return writer.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func review(_ review: CallbackReview) {
    switch review.result {
    case .success(let (content, sign)):
      field("family", content.callback?.family?.rawValue)
      field("kind", sign.kind.rawValue)
      field("because", sign.reason)
      field("event", content.callback?.event.word ?? review.heartbeat?.status)
      field("rejected", nil as String?)
    case .failure(let error):
      for name in ["family", "kind", "because", "event"] { field(name, nil as String?) }
      field(
        "rejected",
        object: {
          $0.field("status", error.httpStatus)
          $0.field("reason", error.description)
        })
    }
    field("remarks", array: review.remarks) { writer, remark in writer.object { $0.remark(remark) }
    }
    field("fields", array: review.fields) { writer, field in
      writer.object {
        $0.field("name", field.name)
        $0.field("value", field.value.hidingLinks)
        $0.field("meaning", field.meaning)
        $0.field("remarks", array: field.remarks) { writer, remark in
          writer.object { $0.remark(remark) }
        }
      }
    }
  }

  fileprivate mutating func remark(_ remark: ReviewRemark) {
    field("kind", remark.kind.rawValue)
    field("severity", remark.severity.rawValue)
    field("text", remark.text)
  }

  /// Null where the board has no call.
  fileprivate mutating func row(_ row: CallRow?) {
    guard let row else { return field("call", nil as String?) }
    write("call") { $0.call(row.withoutRecording) }
  }
}
