/// What may happen, and how likely each is beside the others.
package struct Weights<Choice: Hashable & Sendable>: Hashable, Sendable {
  package struct Share: Hashable, Sendable {
    package var choice: Choice
    /// Beside the sum of all; above 0.
    package var weight: Int

    package init(_ choice: Choice, _ weight: Int) {
      self.choice = choice
      self.weight = weight
    }
  }

  package let shares: [Share]

  /// Nil without anything that may happen, or with a weight that is not above 0.
  package init?(_ shares: [Share]) {
    guard !shares.isEmpty, shares.allSatisfy({ (1...1_000_000).contains($0.weight) }) else {
      return nil
    }
    self.shares = shares
  }

  /// It happens always.
  package init(_ only: Choice) { shares = [Share(only, 1)] }

  func draw(_ random: inout SeededGenerator) -> Choice {
    guard shares.count > 1 else { return shares[0].choice }
    var rest = Int.random(in: 0..<shares.reduce(0) { $0 + $1.weight }, using: &random)
    for share in shares {
      rest -= share.weight
      if rest < 0 { return share.choice }
    }
    return shares[shares.count - 1].choice
  }
}
