/// Why a request is not a callback.
package enum CallbackDecodingError: Error, Hashable, Sendable {
  /// With the names of the first fields that came.
  case missingSid(came: [String])
  /// The length in bytes.
  case sidTooLong(Int)
  /// The position, from 1, of the first character that may not be in a sid.
  case sidCharacter(Int)
  /// The offset of the byte that is wrong, from 0, and what should stand there.
  case badJSON(byte: Int, expected: String)
  /// JSON nested deeper than ``JSONFields/maximumDepth``, at this byte.
  case tooDeep(byte: Int)
  case noBoundary
  case badMultipart(byte: Int, expected: String)
  /// The `Content-Type` as it came.
  case unsupportedContentType(String)
  /// The length in bytes.
  case bodyTooLarge(Int)

  /// The status of the answer: 400, 413 or 415.
  package var httpStatus: Int {
    switch self {
    case .unsupportedContentType: 415
    case .bodyTooLarge: 413
    case .missingSid, .sidTooLong, .sidCharacter, .badJSON, .tooDeep, .noBoundary, .badMultipart:
      400
    }
  }
}

extension CallbackDecodingError: CustomStringConvertible {
  /// What is wrong, where, and what to do; safe to show.
  package var description: String {
    switch self {
    case .missingSid(let came):
      "the request names no call: looked for CallSid, call_sid, call_details.call_sid, "
        + "call_details.sid and data.leg_sid, and for the status_type of a line heartbeat; "
        + Self.list(came)
    case .sidTooLong(let length):
      "CallSid has \(length) bytes: at most 128 are taken"
    case .sidCharacter(let position):
      "CallSid has a wrong character at position \(position): only printable ASCII without "
        + "blanks is taken"
    case .badJSON(let byte, let expected):
      "the JSON body is wrong at byte \(byte): expected \(expected)"
    case .tooDeep(let byte):
      "the JSON body is nested too deeply at byte \(byte): at most "
        + "\(JSONFields.maximumDepth) levels are taken"
    case .noBoundary:
      "the Content-Type multipart/form-data names no boundary: add boundary=… to it"
    case .badMultipart(let byte, let expected):
      "the multipart body is wrong at byte \(byte): expected \(expected)"
    case .unsupportedContentType(let type):
      "Content-Type \(TextCleaning.cleaned(type)) is not taken: send application/json, "
        + "application/x-www-form-urlencoded or multipart/form-data"
    case .bodyTooLarge(let length):
      "the body has \(length) bytes: at most \(RawCallback.largestBodyBytes) are taken"
    }
  }

  private static func list(_ names: [String]) -> String {
    names.isEmpty ? "no fields came" : "these came: " + names.joined(separator: ", ")
  }

  /// True where only the body is at fault: a query may name the call all the same.
  var isOfBody: Bool {
    switch self {
    case .badJSON, .tooDeep, .noBoundary, .badMultipart, .unsupportedContentType: true
    case .missingSid, .sidTooLong, .sidCharacter, .bodyTooLarge: false
    }
  }
}
