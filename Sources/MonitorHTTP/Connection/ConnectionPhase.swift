/// What a connection is at.
enum ConnectionPhase: Sendable {
  case reading
  /// A request is being worked on, perhaps by another thread.
  case answering(Exchange)
  /// The last answer is on its way; what still comes is thrown away, so that the peer gets to
  /// read the answer instead of a reset.
  case closing(isSent: Bool)
}
