import CallModel
import Logging

/// How a journal is written.
package struct JournalSettings: Sendable {
  /// When a callback counts as kept, and is answered.
  package enum Durability: String, Sendable, CaseIterable {
    /// Once it is on the disk: nothing answered is lost, whatever stops the machine.
    case sync
    /// Once the system has it: lost where the machine stops within some seconds, not where
    /// callboard alone does.
    case os
    /// At once: what was answered in the last moments is lost where callboard stops or the disk
    /// is full.
    case none
  }

  package var durability: Durability
  package var retention: JournalRetention
  /// The day of a moment in the account's zone, as `2026-11-23`.
  package var dayName: @Sendable (Instant) -> String
  package var clock: @Sendable () -> Instant
  package var logger: Logger
  /// From one attempt to write again to the next, while writing fails.
  package var probeInterval = 1.0

  package init(
    durability: Durability = .sync, retention: JournalRetention = JournalRetention(),
    dayName: @escaping @Sendable (Instant) -> String, clock: @escaping @Sendable () -> Instant,
    logger: Logger
  ) {
    self.durability = durability
    self.retention = retention
    self.dayName = dayName
    self.clock = clock
    self.logger = logger
  }
}
