import CallModel

/// Makes callbacks of requests, whatever their encoding (`callbacks.md`).
package struct CallbackDecoder: Sendable {
  /// Its dialing rules tell which spellings are one number.
  let country: Country
  /// What times without a zone are in.
  let zone: ProviderZone

  package init(country: Country = .india, zone: ProviderZone = .kolkata) {
    self.country = country
    self.zone = zone
  }

  /// - Throws: why the request is refused; ``CallbackDecodingError/httpStatus`` is the answer.
  package func decode(_ raw: RawCallback) throws(CallbackDecodingError) -> Callback {
    try callback(knownFields(of: raw)).callback
  }

  /// The same, and by which sign it is known what sent it.
  func decodeWithSign(
    _ raw: RawCallback
  ) throws(CallbackDecodingError) -> (callback: Callback, sign: CallbackSign) {
    try callback(knownFields(of: raw))
  }

  private func knownFields(of raw: RawCallback) throws(CallbackDecodingError) -> KnownFields {
    var fields = KnownFields(capacity: raw.body.count + raw.target.utf8.count)
    try raw.read(into: &fields)
    return fields
  }

  /// All fields of a request in their order, those that mean nothing here too, for views.
  ///
  /// - Throws: as `decode`, but nothing about what the fields mean.
  package func fields(of raw: RawCallback) throws(CallbackDecodingError) -> CallbackFields {
    var fields = CallbackFields()
    try raw.read(into: &fields)
    return fields
  }
}
