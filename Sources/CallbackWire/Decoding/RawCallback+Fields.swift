extension RawCallback {
  /// Hands every field of the request to the sink: those of the body, then those of the query,
  /// which fill what the body left unknown. A GET has its query only.
  ///
  /// - Throws: every ``CallbackDecodingError`` but those about what the fields mean.
  func read<Sink: FieldSink>(into sink: inout Sink) throws(CallbackDecodingError) {
    try readBody(into: &sink)
    readQuery(into: &sink)
  }

  /// Hands the fields of the query to the sink.
  func readQuery<Sink: FieldSink>(into sink: inout Sink) {
    let target = Array(target.utf8)
    if let mark = target.span.firstIndex(of: UInt8(ascii: "?")) {
      FormFields.read(target.span.extracting((mark + 1)..<target.count), into: &sink)
    }
  }

  /// Hands the fields of the body to the sink. A GET has none.
  ///
  /// - Throws: as ``read(into:)``.
  func readBody<Sink: FieldSink>(into sink: inout Sink) throws(CallbackDecodingError) {
    guard body.count <= Self.largestBodyBytes else { throw .bodyTooLarge(body.count) }
    guard method != "GET", !body.isEmpty else { return }
    guard let contentType else {
      if JSONFields.isLikely(body.span) { return try JSONFields.read(body.span, into: &sink) }
      return FormFields.read(body.span, into: &sink)
    }
    let header = Array(contentType.utf8)
    let type = header.span.extracting(HeaderParameters.mainRange(header.span))
    if type.equalsIgnoringCase("application/json") {
      try JSONFields.read(body.span, into: &sink)
    } else if type.equalsIgnoringCase("application/x-www-form-urlencoded") {
      FormFields.read(body.span, into: &sink)
    } else if type.equalsIgnoringCase("multipart/form-data") {
      guard let boundary = HeaderParameters.value(of: "boundary", in: header.span),
        !boundary.isEmpty
      else { throw .noBoundary }
      try MultipartFields.read(body.span, boundary: boundary, into: &sink)
    } else {
      throw .unsupportedContentType(contentType)
    }
  }
}
