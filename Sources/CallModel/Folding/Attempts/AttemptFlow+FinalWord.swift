extension AttemptFlow {
  /// Takes the final word of a softphone, or of the contact centre, of a call that comes in.
  mutating func settle(by word: Callback.FinalWord) {
    guard list.conversations == 0, let last = lastBeforeEnd else { return }
    if word.subject == nil {
      settle(last, as: .completed, isInferred: false)
    } else if word.isOfAgent(outgoing: false) {
      let hasRung = attempts[last].ringing != nil
      let outcome = word.outcome == .notDialed && hasRung ? .failed : word.outcome
      settle(last, as: outcome, isInferred: false)
    } else {
      settle(last, as: .canceled, isInferred: false)
    }
  }

  /// The last attempt that did not begin after the end of the call.
  var lastBeforeEnd: Int? { attempts.lastIndex { $0.end?.cause != .contradiction } }
}
