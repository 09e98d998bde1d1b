import BoardScreen
import CallModel
import CallSimulator
import CallbackWire
import Monitoring

/// What happens in a scenario: each of its flows as the ladder of one of its calls.
struct ScenarioExplanation {
  let scenario: Scenario
  let seed: UInt64
  let options: BoardOptions
  let settings: ScreenSettings
  let start: Instant

  func text(width: Int) throws -> String {
    var text = "\(scenario.name): \(scenario.summary)\n"
    let weights = scenario.flows.compactMap(\.weight).reduce(0, +)
    for (place, flow) in scenario.flows.enumerated() {
      let share = flow.weight.map { ", \(100 * $0 / weights) % of the calls" } ?? ""
      if scenario.flows.count > 1 || flow.name != nil {
        text += "\n" + (flow.name ?? "flow \(place + 1)") + share + "\n"
      }
      text += "\n" + (try ladder(of: flow, width: width) ?? "Exotel tells nothing of it.") + "\n"
    }
    return text
  }

  /// Nil where there is no callback.
  private func ladder(of flow: Flow, width: Int) throws -> String? {
    var one = scenario
    one.flows = [flow]
    one.calls = 1
    one.account.encoding = .json
    let zone = try options.accountZone
    let simulator = Simulator(
      one, seed: seed,
      clock: SimulatedClock(start: start, zone: zone.civil))
    let board = try SimulatedBoard(
      roster: scenario.roster(country: try options.dialingCountry), options: options, start: start)
    guard let sid = board.play(simulator, until: .seconds(86_400)),
      let detail = board.pages(settings).detail(of: sid)
    else { return nil }
    return LadderText.of(detail, settings, width: width) + "\n\n"
      + Self.outcome(of: detail.row.call)
  }

  private static func outcome(of call: Call) -> String {
    var words = "The call is \(call.outcome?.rawValue ?? call.state.rawValue)"
    if let talk = call.talk { words += ", \(ClockFace.elapsed(talk)) of talk" }
    return words + "."
  }
}
