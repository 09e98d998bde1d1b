import BoardScreen
import CallModel
import CallSimulator
import CallbackWire
import MonitorHTTP

/// What the emulator says, without the time.
enum EmulatorText {
  /// `POST /v1/…/connect.json  200  call 1a2b…  09880000001 -> 09812300001`.
  static func line(_ answer: APIAnswer) -> String {
    var words = ["\(answer.method) \(answer.path)", "\(answer.status)"]
    if let call = answer.call {
      words += ["call \(call.sid)", "\(call.from) -> \(call.to)", call.status]
    }
    if let refusal = answer.refusal { words.append(refusal) }
    return words.joined(separator: "  ")
  }

  /// `  call 1a2b…  ringing 2  http://127.0.0.1:8080/exotel  200  3 ms`.
  static func line(
    _ callback: SimulatedCallback, _ target: String, _ result: CallbackPlayer.Result, attempt: Int,
    again: Duration?
  ) -> String {
    var words = ["callback \(what(callback))", "call \(callback.sid)", target]
    if attempt > 1 { words.append("attempt \(attempt)") }
    switch result {
    case .answered(let answer):
      words += ["\(answer.status)", "\(answer.latency.wholeMilliseconds) ms"]
    case .failed(let reason): words.append("no answer: \(reason)")
    }
    if let again {
      words.append("again in \(again.components.seconds) s")
    } else if !result.isTaken {
      words.append("given up")
    }
    return words.joined(separator: "  ")
  }

  /// `ringing`, with the leg where it is one; the default payload has no event.
  private static func what(_ callback: SimulatedCallback) -> String {
    let fields = callback.fields
    guard let event = fields["EventType"] else { return withoutEvent(callback) }
    if let agent = fields["DialWhomNumber"] { return "\(event) \(agent)" }
    if fields["StreamSid"] != nil { return event }
    if event == ConnectRequest.Event.terminal.rawValue {
      return "\(event) \(fields["Status"] ?? "")"
    }
    return event + (fields["Legs[1][Status]"] == nil ? " leg 1" : " leg 2")
  }

  /// `softphone begin`, `flow completed`.
  private static func withoutEvent(_ callback: SimulatedCallback) -> String {
    guard let read = try? CallbackDecoder().decode(callback.request(path: "/")),
      let family = read.family, family != .statusCallback
    else { return "default \(callback.fields["Status"] ?? "")" }
    return callback.fields["CallType"] ?? "\(family.rawValue) \(read.event.word)"
  }

  /// The numbers that tell what happens.
  static var numbers: [String] {
    ["From or To ends in"] + TestNumber.allCases.map { "  \($0.rawValue)  \($0.meaning)" }
      + ["CallerId ends in"]
      + RefusedCaller.allCases.map { "  \($0.rawValue)  \($0.status): \($0.message)" }
  }
}
