import Synchronization

/// How many connections may read the board at a time. The rest of the connections is kept for
/// callbacks, and for those who ask whether the listener is well.
final class ReaderPlaces: Sendable {
  let maximum: Int
  private let taken = Atomic(0)

  init(maximum: Int) { self.maximum = maximum }

  /// False where all are taken.
  func take() -> Bool {
    guard taken.wrappingAdd(1, ordering: .relaxed).newValue <= maximum else {
      leave()
      return false
    }
    return true
  }

  func leave() { taken.wrappingSubtract(1, ordering: .relaxed) }

  /// For one reader too many.
  static let full = ProblemDocument(
    status: .unavailable,
    detail: "as many read the board as may at a time; ask again in some seconds",
    headers: [("Retry-After", "5")])
}
