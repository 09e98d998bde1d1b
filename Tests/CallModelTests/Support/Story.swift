import CallModel
import Foundation

/// A story file: what arrives, line by line, and the picture of the board at the end.
///
/// ```
/// 0 dial asha              seconds, event, agent (Connect); "@9" at the end: arrives at 9
/// 3 status answered 2      StatusCallback about leg 2
/// 9 status terminal completed talk=6 end=9 legs=completed/12/4,completed/6/3
/// 9 default busy
/// 9 disposition incomplete no-answer asha=0/RING_TIMEOUT
/// now 100                  time passes
/// ---
/// …picture…
/// ```
struct Story {
  var lines: [[String]]
  var picture: String

  init(_ text: String) {
    let parts = text.components(separatedBy: "---\n")
    lines = parts[0].split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: " ").map(String.init) }
    picture = parts.count > 1 ? parts[1] : ""
  }

  /// The board after the story, and its clock.
  func play() -> (board: CallBoard, now: Instant) {
    var board = CallBoard(roster: roster)
    var now = Floor.start
    for line in lines where line[0] != "roster" {
      guard line[0] != "now" else {
        now = Floor.at(Self.number(line[1]))
        board.advance(to: now)
        continue
      }
      let (callback, arrival) = Self.callback(line)
      now = max(now, arrival)
      _ = board.apply(callback, arrivedAt: arrival)
    }
    return (board, now)
  }

  private var roster: Roster {
    Roster(
      agents: lines.filter { $0[0] == "roster" }.flatMap { $0.dropFirst() }
        .map { Roster.Entry(number: Floor.number($0), name: $0) })
  }

  private static func callback(_ line: [String]) -> (Callback, Instant) {
    let time = number(line[0])
    let last = line.last ?? ""
    let arrival = last.hasPrefix("@") ? number(String(last.dropFirst())) : time + 0.5
    let words = line.dropFirst().filter { !$0.hasPrefix("@") }
    switch words[0] {
    case "status": return (status(Array(words.dropFirst()), at: time), Floor.at(arrival))
    case "default":
      var callback = Callback(
        sid: "c1", family: .statusCallback, event: .terminal, eventTime: Floor.at(time))
      callback.rawStatus = words[1]
      callback.status = words[1]
      return (callback, Floor.at(arrival))
    case "disposition":
      return (disposition(Array(words.dropFirst()), at: time), Floor.at(arrival))
    default:
      let agent = words.count > 1 ? words[1] : nil
      return (Floor.connect(event(words[0]), agent, at: time), Floor.at(arrival))
    }
  }

  /// A story with a wrong number has a wrong picture.
  private static func number(_ text: String) -> Double { Double(text) ?? -1 }

  private static func event(_ word: String) -> Callback.Event {
    switch word {
    case "dial": .dial
    case "ringing": .ringing
    case "answered": .answered
    case "terminal": .terminal
    default: .other(word)
    }
  }

  private static func status(_ words: [String], at time: Double) -> Callback {
    var callback = Floor.status(event(words[0]), at: time)
    for word in words.dropFirst() {
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      switch parts[0] {
      case "1": callback.legs = [.init(status: "in-progress"), .init()].indexed
      case "2":
        callback.legs = [.init(status: "in-progress"), .init(status: "in-progress")].indexed
      case "talk": callback.conversation = .seconds(number(parts[1]))
      case "end": callback.end = Floor.at(number(parts[1]))
      case "legs": callback.legs = parts[1].split(separator: ",").map { report(String($0)) }.indexed
      default:
        callback.rawStatus = word
        callback.status = word
      }
    }
    return callback
  }

  /// `status/onCall/ringing`, `–` for null.
  private static func report(_ text: String) -> Callback.LegReport {
    let parts = text.split(separator: "/").map(String.init)
    func seconds(_ place: Int) -> Duration? {
      parts.count > place ? Int(parts[place]).map { .seconds($0) } : nil
    }
    return .init(
      status: parts[0] == "–" ? nil : parts[0], onCall: seconds(1), ringing: seconds(2))
  }

  private static func disposition(_ words: [String], at time: Double) -> Callback {
    var callback = Floor.connect(.disposition(words[0]), nil, at: time)
    callback.status = nil
    callback.rawStatus = nil
    for word in words.dropFirst() {
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        callback.dialStatus = word
        continue
      }
      if parts[0] == "end" {
        callback.end = Floor.at(number(parts[1]))
      } else if parts[0] == "whom" {
        callback.agent = Floor.number(parts[1])
      } else {
        let values = parts[1].split(separator: "/").map(String.init)
        callback.legs.append(
          .init(
            number: Floor.number(parts[0]), onCall: Int(values[0]).map { .seconds($0) },
            causeCode: values.count > 1 ? values[1] : nil))
      }
    }
    callback.legs = callback.legs.indexed
    if words[0] == "call-attempt" {
      callback.event = .flow
    } else if !["completed", "incomplete", "client-hangup", "voicemail"].contains(words[0]) {
      callback.event = .other(words[0])
      callback.isOdd = true
    }
    return callback
  }
}
