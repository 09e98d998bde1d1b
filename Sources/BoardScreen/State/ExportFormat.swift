/// What calls can be exported as; the raw value ends the file's name.
package enum ExportFormat: String, Hashable, Sendable, CaseIterable {
  case csv, json

  var words: String { rawValue.uppercased() }
}
