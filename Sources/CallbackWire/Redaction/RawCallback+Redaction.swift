extension RawCallback {
  /// Without the key, which has done its work: neither as the parameter `key`, right or wrong, nor
  /// as its value anywhere else.
  package func hidingKey(_ redaction: SecretRedaction?) -> RawCallback {
    var raw = self
    raw.target = Self.target(target, redaction)
    if let redaction { raw.contentType = contentType.map { redaction.redacted($0) } }
    if isForm, let masked = KeyParameter.masked(body) { raw.body = masked }
    if let redaction { raw.body = redaction.redacted(raw.body) }
    return raw
  }

  private static func target(_ target: String, _ redaction: SecretRedaction?) -> String {
    let bytes = Array(target.utf8)
    let mark = bytes.firstIndex(of: UInt8(ascii: "?"))
    let masked = mark.flatMap { KeyParameter.masked(bytes, from: $0 + 1) }
    let hidden = redaction?.redaction(of: masked ?? bytes) ?? masked
    return hidden.map { String(decoding: $0, as: UTF8.self) } ?? target
  }

  /// True where the body has the encoding of a query.
  private var isForm: Bool {
    guard !body.isEmpty else { return false }
    guard let contentType else { return body.first != UInt8(ascii: "{") }
    let header = Array(contentType.utf8)
    return header.span.extracting(HeaderParameters.mainRange(header.span))
      .equalsIgnoringCase("application/x-www-form-urlencoded")
  }
}
