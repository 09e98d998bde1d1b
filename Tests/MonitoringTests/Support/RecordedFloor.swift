import CallJournal
import CallModel
import CallbackWire
import JournalTesting

@testable import Monitoring

/// A recording of a small floor: parallel calls with lost, repeated and rejected requests, silences,
/// and a clock that is set back once.
enum RecordedFloor {
  static func entries(_ count: Int, seed: UInt64) -> [JournalEntry] {
    var random = SeededNumbers(seed: seed)
    var now = TestJournal.start
    return (1...count).map { number in
      now = now + .milliseconds(Int64.random(in: 0..<4_000, using: &random))
      if number % 97 == 0 { now = now + .seconds(700) }
      if number == count / 2 { now = now - .seconds(90) }
      var entry = request(number, &random)
      entry.arrivedAt = now
      if Int.random(in: 0..<20, using: &random) == 0 {
        entry.rejection = .init(status: 401, reason: "the key is wrong")
      }
      return entry
    }
  }

  private static func request(_ number: Int, _ random: inout SeededNumbers) -> JournalEntry {
    let events = ["Dial", "Dial", "Ringing", "Answered", "Terminal", "Terminal"]
    let event = events.randomElement(using: &random) ?? "Dial"
    let sid = "c\(number / 12)-\(Int.random(in: 0..<4, using: &random))"
    let agent = "0988000000\(Int.random(in: 0..<6, using: &random))"
    let target =
      "/exotel?CallSid=\(sid)&CallFrom=09812300001&DialWhomNumber=\(agent)&EventType=\(event)"
    return JournalEntry(
      sequence: UInt64(number), arrivedAt: TestJournal.start, peer: "127.0.0.1:9",
      raw: RawCallback(method: "GET", target: target))
  }
}

/// The same numbers each time.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
