/// One stay of a leg of ExoML in a bridge, as the callbacks of this leg alone tell it.
struct BridgeStay: Hashable, Sendable {
  let bridge: String
  var from: EventMoment
  /// Nil while it is in the bridge. Where nothing tells how long it was there, the same as `from`.
  var to: EventMoment?
}
