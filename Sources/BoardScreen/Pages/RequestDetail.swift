/// One request as it came, with what was answered.
package struct RequestDetail: Hashable, Sendable {
  package var row: WireRow
  /// The sender's address.
  package var peer: String
  /// Path and query as they came, the key and all links masked.
  package var target: String
  package var contentType: String?
  /// As it came, but for links; of a rejected request the first 1,024 bytes.
  package var body: String

  package init(
    row: WireRow, peer: String, target: String, contentType: String?, body: String
  ) {
    self.row = row
    self.peer = peer
    self.target = target
    self.contentType = contentType
    self.body = body
  }
}
