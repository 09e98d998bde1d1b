import BoardClient
import BoardScreen
import CallModel
import Foundation
import LiveBoard
import Monitoring
import NcursesTerminal
import ServiceLifecycle
import UnixSignals

/// The board of a listener elsewhere before a person: the screen where there is a terminal, else lines.
struct AttachSession {
  private let zone: AccountZone
  private let board: FollowedBoard
  /// The listener's.
  private let serviceLevel: Duration
  private let signal: ChangeSignal
  private let log: LogFile
  private let follower: BoardFollower
  private let screen: ScreenOptions
  /// The agent for whom it is; nil for the whole board.
  private let own: PhoneNumber?

  /// `greeting` is what the listener said when it was asked first; `prints`: lines also where there is a
  /// terminal.
  ///
  /// - Throws: after telling on stderr what of it is not known here, the exit code.
  init(
    to client: ListenerClient, _ greeting: ListenerGreeting, window: Duration,
    screen: ScreenOptions,
    own: PhoneNumber? = nil, prints: Bool = false
  ) throws {
    self.screen = screen
    self.own = own
    serviceLevel = greeting.board.rules.serviceLevel
    log = LogFile(path: StateFolder.logPath)
    signal = try ChangeSignal(prints: prints)
    do {
      zone = try greeting.board.accountZone()
      board = try FollowedBoard(
        of: client.name, greeting, keepsMoves: signal.isOfLines, onChange: signal.notify)
    } catch {
      throw Failure.tell("\(error)", code: 76)
    }
    follower = BoardFollower(
      client: client, board: board, window: window, logger: signal.logger(log))
  }

  /// Shows the board until the person quits or a signal asks for it.
  func run() async throws {
    switch signal {
    case .screen(let waker): try await showScreen(waker)
    case .lines(let stream, _):
      let output = LineOutput(isBesideOtherWork: false)
      let lines: any Service =
        if let own {
          OwnLines(board: board, key: own.key, zone: zone, changes: stream, output: output)
        } else {
          TransitionLines(text: TransitionText(zone: zone), changes: stream, output: output) {
            [board] in board.takeMoves()
          }
        }
      try await ServiceGroup(ending: [follower, lines], on: [.sigint, .sigterm]).run()
      try output.requireWritten()
    }
  }

  private func showScreen(_ waker: Waker) async throws {
    var settings = try screen.settings(zone, notice: own == nil ? .off : .ring)
    settings.serviceLevel = serviceLevel
    if let own { settings = settings.forOwnView(of: own.key) }
    let pages = BoardPages(board, settings: settings, lastWarning: log.lastWarning(at:))
    try await ScreenSession(
      pages: pages, settings: settings, zone: zone, log: log, waker: waker, remembers: true
    ).run(beside: [follower])
  }
}
