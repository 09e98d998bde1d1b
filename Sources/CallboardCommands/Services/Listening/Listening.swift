import ArgumentParser
import CallJournal
import CallModel
import CallbackDelivery
import CallbackWire
import Foundation
import Logging
import MonitorHTTP
import Monitoring
import ServiceLifecycle

/// A monitor with its journal and its listener, from the first callback to the graceful stop.
struct Listening: Service {
  let monitor: CallMonitor
  let server: MonitorServer
  private let journal: JournalWriter?
  private let keeper: AccountFactsKeeper?
  private let recording: CallbackRecording?
  private let forwarder: CallbackForwarder?
  private let learning: AccountLearning?
  /// From when on the journal was restored; nil where there is none.
  private let restored: Instant?
  private let signals: StopSignals?
  private let logger: Logger

  /// How a listener is put up.
  struct Plan: Sendable {
    var options: ListenOptions
    /// Simulated calls of its own: on any free port, and forwarded nowhere.
    var isDemo = false
    /// Instead of that of the options.
    var roster: Roster?
    var keepsMoves = false
    var logger: Logger
    var onChange: @Sendable () -> Void = {}
    /// It stops on SIGINT and SIGTERM; beside a screen, which has them itself, it does not.
    var stopsOnSignals = true
  }

  /// Restores the board, then listens.
  ///
  /// - Throws: after telling on stderr why it cannot, the exit code: 64 (usage), 65 (the journal is
  ///   of a newer format), 69 (unavailable).
  static func start(_ plan: Plan) async throws -> Listening {
    allowManyConnections()
    do {
      let journal = try openJournal(plan)
      let recording = try plan.options.record.map { path throws(JournalError) in
        try CallbackRecording(path, logger: plan.logger)
      }
      let target = plan.isDemo ? nil : try plan.options.forwardTarget
      let keeper = try journal.map { try Self.keeper($0.folder, plan) }
      let monitor = try Self.monitor(plan, journal, keeper, recording, target)
      let learning = try keeper.map { try Self.learning(plan, $0) }
      learning?.begin(monitor)
      let restored = try journal.map { try restore(monitor, from: $0.folder, plan) }
      monitor.recordFacts()
      for warning in plan.options.secretWarnings { plan.logger.warning("\(warning)") }
      let signals = plan.stopsOnSignals ? await StopSignals() : nil
      let server = try await MonitorServer.start(try settings(plan), monitor: monitor) { .now() }
      return Listening(
        monitor: monitor, server: server, journal: journal, keeper: keeper, recording: recording,
        forwarder: target.map { CallbackForwarder(monitor, to: $0, logger: plan.logger) },
        learning: learning, restored: restored, signals: signals, logger: plan.logger)
    } catch {
      throw Failure.exit(error)
    }
  }

  private static func monitor(
    _ plan: Plan, _ journal: JournalWriter?, _ keeper: AccountFactsKeeper?,
    _ recording: CallbackRecording?, _ target: CallbackTarget?
  ) throws -> CallMonitor {
    let board = plan.options.board
    let rules = Self.rules(plan)
    return CallMonitor(
      decoder: try board.decoder,
      board: CallBoard(
        rules: rules, roster: try plan.roster ?? board.readRoster(), keepsMoves: plan.keepsMoves),
      clock: { .now() }, windowStart: try board.workday.figures(rules), journal: journal,
      facts: keeper, recording: recording,
      forwarder: target.map { ForwarderSignal(target: "\($0)") }, onChange: plan.onChange)
  }

  private static func rules(_ plan: Plan) -> CallRules {
    var rules = plan.options.board.rules
    rules.keepEnded = plan.options.journal.window.duration
    return rules
  }

  private static func keeper(
    _ folder: JournalFolder, _ plan: Plan
  ) throws -> AccountFactsKeeper {
    AccountFactsKeeper(
      AccountFactsFile(folder, country: try plan.options.board.dialingCountry),
      clock: { .now() }, logger: plan.logger)
  }

  private static func learning(
    _ plan: Plan, _ keeper: AccountFactsKeeper
  ) throws -> AccountLearning {
    let board = plan.options.board
    return AccountLearning(
      PastFacts(
        folder: try plan.options.journal.place.folder, decoder: try board.decoder,
        rules: board.rules, roster: try plan.roster ?? board.readRoster(),
        dayName: try board.accountZone.day), keeper: keeper, logger: plan.logger)
  }

  private static func restore(
    _ monitor: CallMonitor, from folder: JournalFolder, _ plan: Plan
  ) throws -> Instant {
    try BoardRestoring(
      folder: folder, workday: try plan.options.board.workday, rules: rules(plan),
      logger: plan.logger
    ).restore(monitor)
  }

  private static func openJournal(_ plan: Plan) throws -> JournalWriter? {
    let options = plan.options.journal
    guard !options.ephemeral else { return nil }
    let zone = try plan.options.board.accountZone
    return try JournalWriter(
      try options.place.folder,
      JournalSettings(
        durability: options.durability, retention: options.retention, dayName: zone.day,
        clock: { .now() }, logger: plan.logger))
  }

  private static func settings(_ plan: Plan) throws -> ListenerSettings {
    let (key, token) = plan.options.secrets
    var settings = ListenerSettings(
      host: plan.options.bind, port: plan.isDemo ? 0 : plan.options.port, key: key, token: token,
      names: plan.options.host, country: try plan.options.board.dialingCountry,
      zone: try plan.options.board.accountZone.name,
      dayStart: plan.options.board.dayStart.duration)
    settings.limits.connectionsPerAddress = plan.options.connectionsPerAddress
    settings.limits.maximumBodyBytes = plan.options.maxBody.bytes
    if try plan.options.forwardTarget != nil {
      settings.limits.reservedDescriptors += CallbackForwarder.connections
    }
    settings.logger = plan.logger
    return settings
  }

  /// Connections take descriptors, more than many systems allow a process at first.
  private static func allowManyConnections() {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
    limit.rlim_cur = min(max(limit.rlim_cur, 8_192), limit.rlim_max)
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }

  /// As `127.0.0.1:8080` or `[::1]:8080`.
  var hostAndPort: String {
    let host = server.host.contains(":") ? "[\(server.host)]" : server.host
    return "\(host):\(server.port)"
  }

  /// Where callbacks go to, as `127.0.0.1:8080/exotel`.
  var address: String { hostAndPort + "/exotel" }

  /// Lets time pass on the board until the process is asked to stop, then stops gracefully.
  func run() async throws {
    await withDiscardingTaskGroup { group in
      if let forwarder { group.addTask { await forwarder.run() } }
      if let learning, let restored {
        group.addTask { [monitor] in await learning.run(monitor, restored: restored) }
      }
      await letTimePassUntilStopped()
      learning?.stop()
      await server.stop()
      monitor.forwarder?.end()
    }
    journal?.close()
    keeper?.close()
    recording?.close()
  }

  private func letTimePassUntilStopped() async {
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await letTimePass() }
      if let signals { group.addTask { await signals.wait() } }
      await group.next()
      group.cancelAll()
    }
  }

  private func letTimePass() async {
    // Cancelled, so that the sleep ends too.
    await cancelWhenGracefulShutdown {
      var departures = DepartureNotes(logger: logger)
      var refusals = RefusalNotes(logger: logger)
      var clock = ClockNotes(logger: logger)
      while !Task.isCancelled {
        let deadline = monitor.advance()
        // What is to be sent again may be due.
        monitor.forwarder?.wake()
        departures.note(monitor.read { board, _, _ in board.departures })
        refusals.note(monitor.unkeptRefusals)
        clock.note(monitor.read { _, wire, _ in wire.clockBehind })
        await monitor.sleep(until: deadline)
      }
    }
  }
}
