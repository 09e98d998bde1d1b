import CallModel
import CallSimulator
import CallbackDelivery
import CallbackWire
import Foundation
import MonitorHTTP
import Synchronization

/// Calls that nobody makes: each request draws a fate, and its callbacks go to the player.
final class SimulatedExchange: EmulatedExchange {
  private struct State {
    var random: SeededGenerator
    var calls: [String: Entry] = [:]
    /// In the order of the requests.
    var sids: [String] = []
  }

  private struct Entry {
    var call: OutboundCall
    var began: ContinuousClock.Instant
  }

  /// The number of calls that are remembered.
  private static let capacity = 10_000

  private let account: String
  private let pace: Pace
  /// What becomes of calls; nil where both answer.
  private let scenario: Scenario?
  private let zone: AccountZone
  private let player: CallbackPlayer
  private let lines: EmulatorLines
  private let state: Mutex<State>

  init(
    account: String, scenario: Scenario?, seed: UInt64, pace: Pace, zone: AccountZone,
    player: CallbackPlayer, lines: EmulatorLines
  ) {
    self.account = account
    self.scenario = scenario
    self.pace = pace
    self.zone = zone
    self.player = player
    self.lines = lines
    state = Mutex(State(random: SeededGenerator(seed: seed)))
  }

  func connect(_ request: ConnectRequest) throws(APIRefusal) -> CallDetails {
    if let refused = RefusedCaller(request.callerID) {
      throw APIRefusal(status: refused.status, message: refused.message)
    }
    let target = try target(request)
    let began = ContinuousClock.now
    let now = Instant.now()
    let clock = SimulatedClock(start: now, zone: zone.civil)
    let call = state.withLock { state in
      let fate = CallFate(for: request, in: scenario, pace: pace, random: &state.random)
      let call = OutboundCall(
        sid: state.random.sid(), request: request, fate: fate, clock: clock, pace: pace)
      state.calls[call.sid] = Entry(call: call, began: began)
      state.sids.append(call.sid)
      if state.sids.count > Self.capacity { state.calls[state.sids.removeFirst()] = nil }
      return call
    }
    if let target {
      for callback in call.callbacks {
        player.play(callback, to: target, at: began + callback.due)
      }
    }
    return call.details(at: .zero, accountSid: account)
  }

  func details(of sid: String) -> CallDetails? {
    guard let entry = state.withLock({ $0.calls[sid] }) else { return nil }
    return entry.call.details(
      at: ContinuousClock.now - entry.began, accountSid: account)
  }

  func note(_ answer: APIAnswer) { lines.say(answer) }

  private func target(_ request: ConnectRequest) throws(APIRefusal) -> CallbackTarget? {
    guard let url = request.statusCallback?.url else { return nil }
    do throws(CallbackTargetError) {
      return try CallbackTarget(url)
    } catch {
      throw APIRefusal(status: 400, message: "StatusCallback \(error.description)")
    }
  }
}
