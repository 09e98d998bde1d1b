import CallModel

/// What a request to the listener says.
package enum RequestContent: Hashable, Sendable {
  /// It is about a call.
  case callback(SharedCallback)
  /// It is about the lines of the account.
  indirect case heartbeat(Heartbeat)

  /// Nil where it is about no call.
  package var callback: Callback? {
    if case .callback(let shared) = self { shared.callback } else { nil }
  }
}
