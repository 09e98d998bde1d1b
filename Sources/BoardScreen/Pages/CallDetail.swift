import CallModel

/// One call with its raw callbacks.
package struct CallDetail: Hashable, Sendable {
  package struct Raw: Hashable, Sendable {
    /// What it was understood as.
    package var callback: Callback
    package var arrivedAt: Instant
    package var method: String
    /// Path and query as they came, the key and all links masked.
    package var target: String
    package var contentType: String?
    /// The body as it came, but for links; may hold anything, control characters included.
    package var body: String
    /// How often the same delivery came again.
    package var repeats: Int

    package init(
      callback: Callback, arrivedAt: Instant, method: String, target: String,
      contentType: String?, body: String, repeats: Int
    ) {
      self.callback = callback
      self.arrivedAt = arrivedAt
      self.method = method
      self.target = target
      self.contentType = contentType
      self.body = body
      self.repeats = repeats
    }
  }

  package var row: CallRow
  /// In the order of arrival.
  package var raw: [Raw]

  package init(row: CallRow, raw: [Raw]) {
    self.row = row
    self.raw = raw
  }
}
