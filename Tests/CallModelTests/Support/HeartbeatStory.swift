@testable import CallModel

/// Heartbeats for tests.
enum HeartbeatStory {
  static let start = Instant(seconds: 1_700_000_000)
  /// Behind all of them.
  static let now = start + .seconds(1_000)
  static let roster = Roster(
    lines: [.init(number: PhoneNumber("08044556601", country: .india), label: "Sales", sid: "a")])

  /// `incoming` and `outgoing` are the lines that are affected; `told` has numbers of ids.
  static func heartbeat(
    _ moment: Instant, _ status: String = "CRITICAL", in incoming: [String] = [],
    out outgoing: [String] = [], told: [String: String] = [:]
  ) -> Heartbeat {
    let (affectedIn, affectedOut) = (Set(incoming), Set(outgoing))
    let ids = affectedIn.union(affectedOut).union(told.keys).sorted()
    let lines = ids.map { id in
      var line = Heartbeat.Line(id: id)
      line.told = told[id].map { PhoneNumber($0, country: .india) }
      line.incoming.isInTrouble = affectedIn.contains(id)
      line.outgoing.isInTrouble = affectedOut.contains(id)
      return line
    }
    var fingerprint = UInt64(bitPattern: moment.milliseconds)
    let numbers = told.sorted(by: <).flatMap { [$0, $1] }
    for text in [status] + incoming + ["|"] + outgoing + ["|"] + numbers {
      for byte in text.utf8 { fingerprint = (fingerprint ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    return Heartbeat(
      timestamp: moment, status: status, lines: lines, fingerprint: fingerprint)
  }

  /// The `place`th of a story; several may have one time.
  static func random(_ place: Int, using random: inout some RandomNumberGenerator) -> Heartbeat {
    func some(_ ids: [String]) -> [String] { ids.filter { _ in Bool.random(using: &random) } }
    let moment = start + .seconds(Int.random(in: 0...9, using: &random) * 60)
    let status = ["OK", "WARNING", "CRITICAL"].randomElement(using: &random) ?? "OK"
    var told: [String: String] = [:]
    for id in some(["a", "d"]) {
      told[id] = ["08044556601", "08044556602"].randomElement(using: &random)
    }
    return heartbeat(moment, status, in: some(["a", "b", "c"]), out: some(["b", "d"]), told: told)
  }

  /// Since when a line without a number stands as it does.
  static func since(_ id: String, in heartbeats: [Heartbeat]) -> Instant? {
    func said(_ heartbeat: Heartbeat) -> [Bool] {
      guard heartbeat.status != "OK", let line = heartbeat.lines.first(where: { $0.id == id })
      else { return [false, false] }
      return [line.incoming.isInTrouble, line.outgoing.isInTrouble]
    }
    func health(_ heartbeat: Heartbeat) -> [String] {
      said(heartbeat).map { $0 ? heartbeat.status : "OK" }
    }
    let sorted = heartbeats.sorted {
      ($0.timestamp ?? start, $0.fingerprint) < ($1.timestamp ?? start, $1.fingerprint)
    }
    guard let last = sorted.last else { return nil }
    return sorted.reversed().prefix { health($0) == health(last) }.last?.timestamp
  }
}
