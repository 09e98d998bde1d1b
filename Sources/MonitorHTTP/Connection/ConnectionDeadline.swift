import NIOCore

/// The one moment at which a connection will have waited too long.
///
/// Moving it on costs nothing: the scheduled check looks at it when it fires and, where it has
/// moved, is scheduled again. Lives on the connection's event loop.
final class ConnectionDeadline {
  private let eventLoop: any EventLoop
  private let expire: () -> Void
  private var moment = NIODeadline.distantFuture
  private var check: Scheduled<Void>?
  private var checkedAt = NIODeadline.distantFuture

  init(eventLoop: any EventLoop, expire: @escaping () -> Void) {
    self.eventLoop = eventLoop
    self.expire = expire
  }

  func set(_ time: Duration) {
    moment = eventLoop.now + TimeAmount(time)
    if moment < checkedAt { schedule() }
  }

  func cancel() {
    moment = .distantFuture
    checkedAt = .distantFuture
    check?.cancel()
    check = nil
  }

  private func schedule() {
    check?.cancel()
    checkedAt = moment
    check = eventLoop.assumeIsolated().scheduleTask(deadline: moment) { self.look() }
  }

  private func look() {
    check = nil
    checkedAt = .distantFuture
    if eventLoop.now < moment {
      schedule()
    } else {
      expire()
    }
  }
}
