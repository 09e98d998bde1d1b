import CallModel

/// The people and the clock of the tests.
enum Floor {
  /// 2026-01-01T10:00:00Z.
  static let start = Instant(seconds: 1_767_261_600)

  static let numbers = [
    "asha": "+919880000001", "ravi": "+919880000002", "meera": "+919880000003",
    "imran": "+919880000004", "customer": "+919812300001", "line": "08044556678",
  ]

  static func number(_ name: String) -> PhoneNumber {
    PhoneNumber(numbers[name] ?? name, country: .india)
  }

  static func name(_ number: PhoneNumber?) -> String {
    guard let number else { return "?" }
    return numbers.first { PhoneNumber($0.value, country: .india).key == number.key }?.key
      ?? number.text
  }

  static func at(_ seconds: Double) -> Instant { start + .milliseconds(Int64(seconds * 1000)) }

  /// `+12`, `+0.5` or `–`: seconds since the start.
  static func offset(_ moment: Instant?) -> String {
    moment.map { "+" + seconds($0 - start) } ?? "–"
  }

  static func seconds(_ duration: Duration?) -> String {
    guard let duration else { return "–" }
    let value = duration.inSeconds
    return value == value.rounded() ? "\(Int(value))" : "\(value)"
  }

  static func connect(
    _ event: Callback.Event, _ agent: String?, at seconds: Double, sid: String = "c1"
  ) -> Callback {
    let isFlow = event.isDisposition || event == .flow
    var callback = Callback(
      sid: sid, family: isFlow ? .flow : .connect, event: event, eventTime: at(seconds))
    if event.isOther { callback.isOdd = true }
    callback.from = number("customer")
    callback.to = number("line")
    callback.line = .init(number("line"), .callTo)
    callback.agent = agent.map(number)
    callback.status = event == .terminal ? "free" : "busy"
    callback.rawStatus = callback.status
    return callback
  }

  static func status(_ event: Callback.Event, at seconds: Double, sid: String = "c1") -> Callback {
    var callback = Callback(
      sid: sid, family: .statusCallback, event: event, eventTime: at(seconds))
    if event.isOther { callback.isOdd = true }
    callback.from = number("asha")
    callback.to = number("customer")
    callback.line = .init(number("line"), .phoneNumberSid)
    callback.rawStatus = "in-progress"
    callback.status = callback.rawStatus
    return callback
  }
}

/// Repeatable randomness.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension [Callback.LegReport] {
  /// With their places as indexes.
  var indexed: [Callback.LegReport] {
    enumerated().map { place, report in
      var report = report
      report.index = place
      return report
    }
  }
}
