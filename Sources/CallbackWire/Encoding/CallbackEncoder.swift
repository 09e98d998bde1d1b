/// Makes requests of fields, as Exotel sends them: what ``CallbackDecoder`` reads, backwards.
package struct CallbackEncoder: Sendable {
  package enum Encoding: String, Hashable, Sendable, CaseIterable {
    /// A GET whose query is the fields.
    case query
    /// A POST with a JSON body.
    case json
    case form
    case multipart
  }

  package var encoding: Encoding
  /// The path, and a query of its own where the listener wants a key there.
  package var target: String

  package init(_ encoding: Encoding, target: String = "/exotel") {
    self.encoding = encoding
    self.target = target
  }

  /// A field without a value is null in JSON and empty elsewhere.
  package func encode(_ fields: CallbackFields) -> RawCallback {
    switch encoding {
    case .query:
      let query = String(decoding: form(fields), as: UTF8.self)
      let joint = target.utf8.contains(UInt8(ascii: "?")) ? "&" : "?"
      return RawCallback(method: "GET", target: target + joint + query)
    case .json:
      return post("application/json", Array(JSONFieldTree(fields).text.utf8))
    case .form:
      return post("application/x-www-form-urlencoded", form(fields))
    case .multipart:
      let boundary = Self.boundary(notIn: fields)
      return post(
        "multipart/form-data; boundary=\(boundary)", Self.multipart(fields, boundary: boundary))
    }
  }

  private func post(_ contentType: String, _ body: [UInt8]) -> RawCallback {
    RawCallback(method: "POST", target: target, contentType: contentType, body: body)
  }

  private func form(_ fields: CallbackFields) -> [UInt8] {
    var result: [UInt8] = []
    for field in fields.all {
      if !result.isEmpty { result.append(UInt8(ascii: "&")) }
      Self.escape(field.name, into: &result)
      result.append(UInt8(ascii: "="))
      Self.escape(field.value ?? "", into: &result)
    }
    return result
  }

  private static func escape(_ text: String, into result: inout [UInt8]) {
    let digits: StaticString = "0123456789ABCDEF"
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "*"):
        result.append(byte)
      case UInt8(ascii: " "): result.append(UInt8(ascii: "+"))
      default:
        result.append(UInt8(ascii: "%"))
        result.append(digits.utf8Start[Int(byte >> 4)])
        result.append(digits.utf8Start[Int(byte & 0xF)])
      }
    }
  }

  private static func multipart(_ fields: CallbackFields, boundary: String) -> [UInt8] {
    var result: [UInt8] = []
    for field in fields.all {
      result += "--\(boundary)\r\nContent-Disposition: form-data; name=\"".utf8
      for byte in field.name.utf8 where byte != 0x0A && byte != 0x0D {
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
          result.append(UInt8(ascii: "\\"))
        }
        result.append(byte)
      }
      result += "\"\r\n\r\n\(field.value ?? "")\r\n".utf8
    }
    result += "--\(boundary)--\r\n".utf8
    return result
  }

  /// The same for the same fields, so that recordings do not differ without reason.
  private static func boundary(notIn fields: CallbackFields) -> String {
    var boundary = "callback-fields"
    while fields.all.contains(where: { $0.value?.contains(boundary) == true }) {
      boundary += "-x"
    }
    return boundary
  }
}
