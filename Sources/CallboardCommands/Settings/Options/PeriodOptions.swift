import ArgumentParser
import CallModel
import CallbackWire
import Foundation

/// A period of the past, as people write its ends: `7d` (ago), `2026-11-20`, `2026-11-20 14:30`,
/// `today`, `yesterday`.
struct PeriodOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "From when on: 7d, 12h (ago), 2026-11-20, '2026-11-20 14:30', today, yesterday.",
      valueName: "time"))
  var since = "1d"

  @Option(help: ArgumentHelp("Until when, in the same forms (default: now).", valueName: "time"))
  var until: String?

  func period(_ zone: AccountZone, now: Instant) throws -> Range<Instant> {
    let start = try Self.instant(since, "--since", zone, now)
    let end = try until.map { try Self.instant($0, "--until", zone, now) } ?? now
    guard start < end else {
      throw ValidationError("--since \(since) is not before --until \(until ?? "now")")
    }
    return start..<end
  }

  static func instant(
    _ text: String, _ option: String, _ zone: AccountZone, _ now: Instant
  ) throws -> Instant {
    if let span = TimeSpan(argument: text) { return now - span.duration }
    if text == "today" { return zone.startOfDay(now) }
    if text == "yesterday" { return zone.startOfDay(zone.startOfDay(now) - .seconds(43_200)) }
    let isDay = text.count == 10
    let full = isDay ? text + " 12:00:00" : text.count == 16 ? text + ":00" : text
    if let instant = ProviderTime.read(Array(full.utf8).span, zone: zone.civil) {
      guard isDay else { return instant }
      // Some zones have skipped a day, others begin one after midnight.
      if zone.day(instant) == text { return zone.startOfDay(instant) }
    }
    throw ValidationError(
      "\(option) '\(text)' is no time; it is one as 7d, 2026-11-20, '2026-11-20 14:30', today")
  }
}
