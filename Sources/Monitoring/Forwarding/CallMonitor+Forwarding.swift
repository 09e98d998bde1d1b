import CallModel
import CallbackWire

/// Accepted callbacks go on to another URL: what carries it out takes them from here, and tells here
/// what became of each.
extension CallMonitor {
  /// What is to be sent now.
  package func takeForwards(at now: ContinuousClock.Instant = .now) -> [ForwardDelivery] {
    let taken = state.withLock { state -> [ForwardDelivery] in
      let taken = state.forwarding?.take(at: now) ?? []
      for delivery in taken { state.wire.note(.sending, of: delivery.number) }
      return taken
    }
    if !taken.isEmpty { onChange() }
    return taken
  }

  /// One of them was answered within `latency`; `fault` tells why that did not take it. True where
  /// that has turned: the one before was taken, or was not.
  @discardableResult
  package func end(
    _ delivery: ForwardDelivery, latency: Duration, fault: String?,
    at now: ContinuousClock.Instant = .now
  ) -> Bool {
    let hasTurned = state.withLock { state in
      let before = state.forwarding?.status.fault
      let pause = state.forwarding?.end(delivery, fault: fault, at: now)
      let outcome: Forwarding =
        if let fault {
          pause.map { .again(clock() + $0, fault) } ?? .failed(fault)
        } else {
          .delivered(latency)
        }
      state.wire.note(outcome, of: delivery.number)
      return (before == nil) != (fault == nil)
    }
    onChange()
    forwarder?.wake()
    return hasTurned
  }

  /// A callback of the log is to be sent once more, and now.
  package func forwardAgain(_ number: UInt64) -> ForwardAgain {
    let answer = state.withLock { state -> ForwardAgain in
      guard let run = state.forwarding?.run else { return .off }
      guard let entry = state.wire.entry(number) else { return .forgotten }
      guard !entry.isCut else { return .forgotten }
      guard let queue = entry.forwardQueue else { return .notAccepted }
      switch entry.forwarding {
      case .waiting, .sending: return .underway
      case nil, .again, .delivered, .failed, .dropped, .returned:
        let delivery = ForwardDelivery(
          number: number, sid: queue, raw: entry.request.raw,
          path: entry.request.path.through(run), isExtra: true)
        guard state.forwarding?.hasRoom(for: delivery) == true else { return .full }
        _ = state.forwarding?.add(delivery)
        state.wire.note(.waiting, of: number)
        return .begun
      }
    }
    if answer == .begun { forwarder?.wake() }
    onChange()
    return answer
  }

  /// How the way to another URL stands; nil where there is none.
  package var forwardStatus: ForwardStatus? { state.withLock { $0.forwarding?.status } }

  /// True while some are on their way.
  package var isForwarding: Bool { state.withLock { $0.forwarding?.isSending ?? false } }
}

extension MonitorState {
  /// Takes an accepted callback on its way to another URL: unless it has been here before, or there
  /// is no room for it.
  mutating func forward(
    _ request: CallbackRequest, of queue: String, number: UInt64, at now: Instant
  ) {
    guard let run = forwarding?.run else { return }
    if let reason = request.path.end(at: run) {
      forwarding?.noteReturn()
      return wire.note(.returned(reason), of: number)
    }
    let delivery = ForwardDelivery(
      number: number, sid: queue, raw: request.raw, path: request.path.through(run))
    let isTaken = forwarding?.add(delivery) ?? false
    wire.note(isTaken ? .waiting : .dropped, of: number)
    if !isTaken { forwarding?.noteDrop(at: now) }
  }
}

extension RequestContent {
  /// Those with the same one are sent one after another: those of a call, and all heartbeats, for
  /// which no call is named.
  var forwardQueue: String { callback?.sid ?? "" }
}

extension WireLog.Entry {
  /// Nil for a rejected request.
  fileprivate var forwardQueue: String? { verdict == nil ? nil : callback?.sid ?? "" }
}
