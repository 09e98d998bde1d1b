import ArgumentParser
import BoardScreen
import CallModel
import Foundation
import LiveBoard
import NcursesTerminal
import ServiceLifecycle

/// A listener with a person before it: the screen where there is a terminal, else lines.
struct BoardSession {
  private let options: ListenOptions
  private let zone: AccountZone
  private let screen: ScreenOptions
  private let signal: ChangeSignal
  private let log: LogFile

  init(options: ListenOptions, screen: ScreenOptions) throws {
    self.options = options
    zone = try options.board.accountZone
    self.screen = screen
    log = LogFile(path: options.journal.ephemeral ? nil : StateFolder.logPath)
    signal = try ChangeSignal()
  }

  func listen(isDemo: Bool = false, roster: Roster? = nil) async throws -> Listening {
    if case .screen = signal { options.secretWarnings.forEach(Failure.say) }
    return try await Listening.start(
      .init(
        options: options, isDemo: isDemo, roster: roster, keepsMoves: signal.isOfLines,
        logger: signal.logger(log), onChange: signal.notify, stopsOnSignals: signal.isOfLines))
  }

  /// Shows the board until the person quits or a signal asks for it, with other services at work
  /// beside it.
  func run(_ listening: Listening, beside services: [any Service] = []) async throws {
    switch signal {
    case .screen(let waker): try await showScreen(listening, services, waker)
    case .lines(let stream, _):
      let output = LineOutput(isBesideOtherWork: true)
      let lines = TransitionLines(
        text: TransitionText(zone: zone), changes: stream, output: output
      ) { listening.monitor.takeMoves() }
      StandardError.write("listening on http://\(listening.address)\n")
      try await ServiceGroup(ending: [listening, lines] + services, on: []).run()
      try output.requireWritten()
    }
  }

  private func showScreen(
    _ listening: Listening, _ services: [any Service], _ waker: Waker
  ) async throws {
    var settings = try screen.settings(zone)
    settings.isForwarding = listening.monitor.forwarder != nil
    let pages = BoardPages(
      monitor: listening.monitor, address: listening.address, settings: settings,
      lastWarning: log.lastWarning(at:))
    try await ScreenSession(
      pages: pages, settings: settings, zone: zone, log: log, waker: waker,
      remembers: !options.journal.ephemeral
    ).run(beside: [listening] + services)
  }
}
