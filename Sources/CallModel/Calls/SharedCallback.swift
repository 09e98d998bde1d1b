/// A callback that is kept in several places: they share one copy, for it is large.
package final class SharedCallback: Hashable, Sendable {
  package let callback: Callback

  package init(_ callback: consuming Callback) { self.callback = callback }

  package static func == (left: SharedCallback, right: SharedCallback) -> Bool {
    left === right || left.callback == right.callback
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(callback) }
}
