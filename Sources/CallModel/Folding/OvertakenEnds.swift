/// The final words of StatusCallbacks, softphones and the contact centre after which Connect dialed on
/// within `--missed-after`: the flow went on, and such a word ends what was open and not the call.
struct OvertakenEnds: Sendable {
  /// By their places in the order of arrival.
  private var arrivals: Set<Int> = []

  /// `deliveries` are those of a call, in their order.
  init(_ deliveries: [Delivery], within limit: Duration) {
    var dial: Instant?
    for delivery in deliveries.reversed() {
      let callback = delivery.callback
      if callback.event == .dial, callback.family == .connect { dial = delivery.time }
      guard let dial, callback.isFinalWord else { continue }
      if dial > delivery.time, dial <= delivery.time + limit { arrivals.insert(delivery.arrival) }
    }
  }

  func contains(_ delivery: Delivery) -> Bool { arrivals.contains(delivery.arrival) }
}

extension AttemptFlow {
  /// Takes a final word after which the flow went on.
  mutating func takeOvertaken(_ delivery: Delivery) {
    if let word = delivery.callback.finalWord { settle(by: word) }
    closeAll(at: delivery.time, clock: delivery.clock, cause: .callEnd)
  }

  /// The final word of a softphone, or of the contact centre, of a call that comes in.
  mutating func settle(by word: Callback.FinalWord) {
    guard list.conversations == 0, let last = lastBeforeEnd else { return }
    if word.subject == nil {
      settle(last, as: .completed, isInferred: false)
    } else if word.isOfAgent(outgoing: false) {
      let outcome = word.outcome == .notDialed ? .failed : word.outcome
      settle(last, as: outcome, isInferred: false)
    } else {
      settle(last, as: .canceled, isInferred: false)
    }
  }

  /// The last attempt that did not begin after the end of the call.
  var lastBeforeEnd: Int? { attempts.lastIndex { $0.end?.cause != .contradiction } }
}

extension Callback {
  fileprivate var isFinalWord: Bool {
    guard event == .terminal else { return false }
    return family == .statusCallback || family == .softphone || family == .contactCentre
  }
}
