/// One callback of a call, in the order in which the board takes them.
package struct CallEvent: Hashable, Sendable {
  package var callback: Callback
  /// Its place among the callbacks as they arrived.
  package var place: Int
  /// What it is ordered by: its own time where it has one.
  package var time: Instant
  /// It came more than 60 s after its own time.
  package var isLate: Bool
  /// Of a StatusCallback: the leg that it is about, 0 or 1; nil where it is about the call.
  package var leg: Int?

  /// Orders the different callbacks of one call, given as they arrived (`board.md` § 1).
  package static func ordered(
    _ callbacks: [(callback: Callback, arrivedAt: Instant)]
  ) -> [CallEvent] {
    var history = CallHistory()
    for (callback, arrivedAt) in callbacks {
      _ = history.insert(SharedCallback(callback), arrivedAt: arrivedAt)
    }
    let status = history.deliveries.filter { $0.callback.family == .statusCallback }
    var subjects = SideFlow(status).subjects[...]
    return history.deliveries.map { delivery in
      let callback = delivery.callback
      return CallEvent(
        callback: callback, place: delivery.arrival, time: delivery.time,
        isLate: delivery.isLate,
        leg: callback.family == .statusCallback ? subjects.popFirst() ?? nil : nil)
    }
  }
}
