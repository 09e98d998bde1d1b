import ArgumentParser
import CallModel
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
  private let recording: CallbackRecording?
  private let forwarder: CallbackForwarder?
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
    var bell: @Sendable () -> Void = {}
  }

  /// Restores the board, then listens.
  ///
  /// - Throws: after telling on stderr why it cannot, the exit code: 64 (usage), 65 (the journal is
  ///   of a newer format), 69 (unavailable).
  static func start(_ plan: Plan) async throws -> Listening {
    allowManyConnections()
    let board = plan.options.board
    let zone = try board.accountZone
    do {
      let journal = try openJournal(plan, zone)
      let recording = try plan.options.record.map { path throws(JournalError) in
        try CallbackRecording(path, logger: plan.logger)
      }
      var rules = board.rules
      rules.keepEnded = plan.options.journal.window.duration
      let target = plan.isDemo ? nil : try plan.options.forwardTarget
      let bell = target.map { ForwarderBell(target: "\($0)") }
      let monitor = CallMonitor(
        decoder: try board.decoder,
        board: CallBoard(
          rules: rules, roster: try plan.roster ?? board.readRoster(),
          keepsMoves: plan.keepsMoves),
        clock: { .now() }, windowStart: try board.workday.figures(rules), journal: journal,
        recording: recording, forwarder: bell, bell: plan.bell)
      if let folder = journal?.folder {
        try BoardRestoring(
          folder: folder, workday: try board.workday, rules: rules, logger: plan.logger
        ).restore(monitor)
      }
      for warning in plan.options.secretWarnings { plan.logger.warning("\(warning)") }
      let server = try await MonitorServer.start(try settings(plan), monitor: monitor) { .now() }
      return Listening(
        monitor: monitor, server: server, journal: journal, recording: recording,
        forwarder: target.map { CallbackForwarder(monitor, to: $0, logger: plan.logger) },
        logger: plan.logger)
    } catch {
      throw Failure.exit(error)
    }
  }

  private static func openJournal(_ plan: Plan, _ zone: AccountZone) throws -> JournalWriter? {
    let options = plan.options.journal
    guard !options.ephemeral else { return nil }
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
      zone: try plan.options.board.accountZone.zone.identifier,
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
      await letTimePass()
      await server.stop()
      monitor.forwarder?.end()
    }
    journal?.close()
    recording?.close()
  }

  private func letTimePass() async {
    // Cancelled, so that the sleep ends too.
    await cancelWhenGracefulShutdown {
      var departures = DepartureNotes(logger: logger)
      var refusals = RefusalNotes(logger: logger)
      while !Task.isCancelled {
        _ = monitor.advance()
        monitor.forwarder?.wake()
        departures.note(monitor.read { board, _, _ in board.departures })
        refusals.note(monitor.unkeptRefusals)
        try? await Task.sleep(for: .milliseconds(250))
      }
    }
  }
}
