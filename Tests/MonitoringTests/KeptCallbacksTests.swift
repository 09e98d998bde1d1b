import CallModel
import CallbackWire
import Testing

@testable import Monitoring

@Suite struct KeptCallbacksTests {
  private static let start = Instant(seconds: 1_767_261_600)

  /// The same, kept as plainly as can be.
  private struct Plain {
    var kept: [WireLog.Kept] = []

    mutating func repeated(_ callback: Callback) {
      guard let place = kept.firstIndex(where: { $0.callback == callback }) else { return }
      kept[place].repeats += 1
    }

    func callbacks(of sid: String) -> [WireLog.Kept] { kept.filter { $0.callback.sid == sid } }

    func walk(since start: Instant, _ live: Set<String>) -> [WireLog.Kept] {
      let last = Dictionary(kept.map { ($0.callback.sid, $0.arrivedAt) }) { max($0, $1) }
      return kept.filter {
        live.contains($0.callback.sid) || (last[$0.callback.sid] ?? $0.arrivedAt) >= start
      }
    }
  }

  private func kept(_ number: Int, _ sid: String) -> WireLog.Kept {
    var callback = Callback(sid: sid, family: .connect, event: .dial)
    callback.rawStatus = "\(number)"
    return WireLog.Kept(
      sequence: UInt64(number), arrivedAt: Self.start + .seconds(number),
      raw: RawCallback(method: "GET", target: "/\(number)"),
      shared: SharedCallback(callback), repeats: 0)
  }

  private func text(_ kept: [WireLog.Kept]) -> [String] {
    kept.map { "\($0.sequence) \($0.callback.sid) \($0.repeats)" }
  }

  @Test(arguments: 0..<6) func `it keeps what a plain list keeps, in its order`(_ seed: Int) {
    var (log, plain) = (KeptCallbacks(), Plain())
    var random = SystemRandomNumberGenerator()
    let live: Set = ["s1", "s7", "s20"]
    for number in 0..<3_000 {
      let sid = "s\(Int.random(in: 0..<(20 + seed * 40), using: &random))"
      switch Int.random(in: 0..<12, using: &random) {
      case 0:
        log.forget(sid)
        plain.kept.removeAll { $0.callback.sid == sid }
      case 1...2:
        guard let again = plain.kept.randomElement(using: &random) else { continue }
        log.repeated(again.callback, as: UInt64(number))
        plain.repeated(again.callback)
      default:
        log.append(kept(number, sid), of: sid)
        plain.kept.append(kept(number, sid))
      }
      guard number % 250 == 249 else { continue }
      #expect(text(log.callbacks(of: sid)) == text(plain.callbacks(of: sid)))
      let since = Self.start + .seconds(number - 60)
      var walk = log.walk(since: since, request: UInt64(number))
      var told: [WireLog.Kept] = []
      while !walk.isAtEnd { told += log.take(13, &walk) { live.contains($0) } }
      #expect(text(told) == text(plain.walk(since: since, live)))
    }
  }

  @Test func `whether a call is told is decided once, whatever becomes of it meanwhile`() {
    var log = KeptCallbacks()
    for number in 0..<8 {
      let sid = number % 2 == 0 ? "ends" : "begins"
      log.append(kept(number, sid), of: sid)
    }
    var walk = log.walk(since: Self.start + .seconds(100), request: 8)
    var told = log.take(2, &walk) { $0 == "ends" }
    told += log.take(99, &walk) { $0 == "begins" }
    #expect(told.map(\.callback.sid) == ["ends", "ends", "ends", "ends"])
    #expect(walk.isAtEnd)
  }

  @Test func `what comes during a walk is no part of it, nor is what comes again`() {
    var log = KeptCallbacks()
    let first = kept(0, "a")
    log.append(first, of: "a")
    log.repeated(first.callback, as: 1)
    var walk = log.walk(since: Self.start, request: 1)
    log.append(kept(2, "a"), of: "a")
    log.repeated(first.callback, as: 3)
    #expect(text(log.take(9, &walk) { _ in true }) == ["0 a 1"])
    #expect(text(log.callbacks(of: "a")) == ["0 a 2", "2 a 0"])
  }

  @Test func `what is forgotten during a walk is passed over`() {
    var log = KeptCallbacks()
    for number in 0..<600 { log.append(kept(number, "s\(number % 3)"), of: "s\(number % 3)") }
    var walk = log.walk(since: Self.start, request: 600)
    var told = log.take(30, &walk) { _ in true }
    log.forget("s1")
    log.append(kept(600, "new"), of: "new")
    while !walk.isAtEnd { told += log.take(30, &walk) { _ in true } }
    #expect(told.count { $0.callback.sid == "s1" } == 10)
    #expect(told.count { $0.callback.sid == "s0" } == 200)
    #expect(!told.contains { $0.callback.sid == "new" })
  }
}
