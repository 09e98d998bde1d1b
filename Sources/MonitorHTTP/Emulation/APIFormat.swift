import CallbackWire
import Monitoring

/// The two forms in which the API answers: the end of the path tells which.
enum APIFormat: Sendable {
  case json, xml

  /// With the type that ends in `.json` taken off the last part of a path.
  static func of(_ part: String) -> (name: String, format: APIFormat) {
    part.hasSuffix(".json") ? (String(part.dropLast(5)), .json) : (part, .xml)
  }

  func response(_ details: CallDetails) -> Response {
    let members = details.members(uriBase: self == .json ? "Calls.json" : "Calls")
    return response(.ok, "Call", members)
  }

  /// `RestException` is how Exotel tells errors
  /// (https://developer.exotel.com/docs/sms-support/sms-api-errors).
  func response(_ refusal: APIRefusal) -> Response {
    var response = response(
      refusal.status, "RestException",
      [("Status", .number(refusal.status.rawValue)), ("Message", .text(refusal.message))])
    for (name, value) in refusal.headers { response.headers.append((name, value)) }
    return response
  }

  private func response(
    _ status: Response.Status, _ name: String, _ members: [(name: String, value: CallDetails.Value)]
  ) -> Response {
    switch self {
    case .json:
      .json(status) {
        $0.object {
          $0.field(name, object: { $0.members(members) })
        }
      }
    case .xml:
      Response(
        status: status,
        headers: [("Content-Type", "application/xml"), ("Cache-Control", "no-store")],
        body: Array(XMLText.response(name, members).utf8))
    }
  }
}

extension JSONWriter {
  fileprivate mutating func members(_ members: [(name: String, value: CallDetails.Value)]) {
    for member in members {
      switch member.value {
      case .text(let text): field(member.name, text)
      case .number(let number): field(member.name, number)
      }
    }
  }
}

/// The XML that Exotel answers with (https://support.exotel.com/support/solutions/articles/56523).
enum XMLText {
  static func response(
    _ name: String, _ members: [(name: String, value: CallDetails.Value)]
  ) -> String {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TwilioResponse>\n  <\(name)>\n"
    for member in members {
      let value: String? =
        switch member.value {
        case .text(let text): text
        case .number(let number): number.map { "\($0)" }
        }
      let element = value.map { "<\(member.name)>\(escaped($0))</\(member.name)>" }
      text += "    " + (element ?? "<\(member.name)/>") + "\n"
    }
    return text + "  </\(name)>\n</TwilioResponse>\n"
  }

  /// As character data; characters that XML 1.0 § 2.2 has no place for become U+FFFD.
  static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
      case "\t", "\n", "\r": escaped.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": escaped.append("\u{FFFD}")
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
