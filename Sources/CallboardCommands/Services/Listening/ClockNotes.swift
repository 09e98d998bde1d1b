import CallModel
import Logging

/// Says in the log that the clock was set back, and when it has made up for it.
struct ClockNotes {
  private let logger: Logger
  private var isBehind = false

  init(logger: Logger) { self.logger = logger }

  mutating func note(_ behind: Duration?) {
    guard isBehind != (behind != nil) else { return }
    isBehind = behind != nil
    guard let behind else {
      return logger.info("the clock is again where it was before it was set back")
    }
    let seconds = behind.wholeMilliseconds / 1000
    logger.warning(
      "the clock was set back by \(seconds) s: times of calls from before may lie ahead until then")
  }
}
