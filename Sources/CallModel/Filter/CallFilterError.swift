/// Where a filter is wrong, and what it should be.
package struct CallFilterError: Error, Hashable, Sendable, CustomStringConvertible {
  /// In characters, from 0.
  package var position: Int
  package var message: String

  package var description: String { "at character \(position + 1): \(message)" }
}
