import CallbackWire

/// A callback that is to be sent at its time.
package struct SimulatedCallback: Sendable {
  /// When it is due, from the start of the simulation.
  package var due: Duration
  package var sid: String
  package var fields: CallbackFields
  package var encoding: CallbackEncoder.Encoding
  /// True where it tells no time of its own: what arrives first is what was first, and no mischief may
  /// change that.
  package var isUntimed = false

  /// The request that carries it.
  package func request(path: String) -> RawCallback {
    CallbackEncoder(encoding, target: path).encode(fields)
  }
}
