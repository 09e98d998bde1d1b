/// Wakes what forwards callbacks.
package struct ForwarderSignal: Sendable {
  /// Where they go to, without secrets.
  package let target: String
  private let continuation: AsyncStream<Void>.Continuation
  /// Has an element when there may be something to do; several at once count as one.
  package let wakes: AsyncStream<Void>

  package init(target: String) {
    self.target = target
    (wakes, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
  }

  package func wake() { continuation.yield() }

  /// No more wakes come.
  package func end() { continuation.finish() }
}
