import Logging

/// Says in the log that refused requests are not kept, as there are too many: at once, then hourly.
struct RefusalNotes {
  private let logger: Logger
  private var told = 0
  private var next = ContinuousClock.now

  init(logger: Logger) { self.logger = logger }

  /// `unkept` counts from the start.
  mutating func note(_ unkept: Int, at now: ContinuousClock.Instant = .now) {
    guard unkept > told, now >= next else { return }
    let count = unkept - told
    let what = count == 1 ? "a refused request is" : "\(count) refused requests are"
    logger.warning("\(what) not kept, as too many come; /v1/rejected has the last ones")
    told = unkept
    next = now + .seconds(3_600)
  }
}
