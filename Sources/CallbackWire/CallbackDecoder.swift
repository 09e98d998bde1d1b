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
    var fields = KnownFields(capacity: raw.body.count + raw.target.utf8.count)
    try raw.read(into: &fields)
    return try callback(fields)
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
