/// A call as its callbacks made it, and what it adds to the board.
///
/// A class, as it is large, and is handed on from the board to lists and pages.
final class FoldedCall: Sendable {
  let call: Call
  /// What it adds to what the board counts and lists.
  let share: CallShare
  /// What it is to each of its agents.
  let parts: [AgentPart]

  init(_ call: consuming Call, _ share: CallShare, _ parts: [AgentPart]) {
    self.call = call
    self.share = share
    self.parts = parts
  }

  /// The same with what repeated deliveries have changed.
  func noting(_ history: borrowing CallHistory) -> FoldedCall {
    var call = call
    call.duplicates = history.duplicates
    call.anomalies.formUnion(history.arrivalAnomalies)
    return FoldedCall(call, share, parts)
  }
}
