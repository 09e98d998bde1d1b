import CallModel
import Logging

/// Says in the log that ended calls leave memory: at once where there are too many, else hourly.
struct DepartureNotes {
  private let logger: Logger
  private var told = CallBoard.Departures()
  private var next = ContinuousClock.now

  init(logger: Logger) { self.logger = logger }

  mutating func note(_ departures: CallBoard.Departures) {
    let isCrowded = departures.crowded > 0 && told.crowded == 0
    guard departures != told, isCrowded || ContinuousClock.now >= next else { return }
    next = .now + .seconds(3_600)
    let (aged, crowded) = (departures.aged - told.aged, departures.crowded - told.crowded)
    told = departures
    if aged > 0 { logger.info("\(aged) ended calls have left memory with the window") }
    guard crowded > 0 else { return }
    logger.warning(
      "\(crowded) ended calls have left memory early, as it holds no more; the journal has them")
  }
}
