import CallModel
import Foundation

/// What looking through 100,000 calls costs with filters of one, five and fifty terms, none of which is
/// found: the longest look there is.
enum FilterWork {
  private static let calls = 100_000
  private static let start = Instant(seconds: 1_767_261_600)

  static func run() throws {
    print("\nA filter over \(calls) calls")
    var board = CallBoard()
    for call in 0..<calls {
      _ = board.apply(BoardWork.callback(.ringing, call: call, at: 0), arrivedAt: start)
    }
    let rows = board.allCalls()
    for count in [1, 5, 50] {
      for (name, word) in [("words", "zz"), ("numbers", "76543"), ("words in Devanagari", "आशा")] {
        let terms = (0..<count).map { "\(word)\($0)" }
        let filter = CompiledFilter(try CallFilter(terms.joined(separator: " or ")))
        let times = (0..<5).map { _ in
          let began = ContinuousClock.now
          _ = rows.count { filter.matches($0, now: start) }
          return (ContinuousClock.now - began) / .milliseconds(1)
        }
        print(Measure.row("\(count) \(name)", milliseconds: [times.min() ?? 0]))
      }
    }
  }
}
