import CallModel

/// What a request to the listener says.
package enum RequestContent: Hashable, Sendable {
  /// It is about a call. A reference, as a callback is large and is kept in several places.
  indirect case callback(Callback)
  /// It is about the lines of the account.
  case heartbeat(Heartbeat)

  /// Nil where it is about no call.
  package var callback: Callback? {
    if case .callback(let callback) = self { callback } else { nil }
  }
}
