import Testing

@testable import CallModel

/// Legs of one bridge are a function of the set of all their callbacks.
@Suite struct BridgeOrderTests {
  private static let short: [[Callback]] = [
    [
      BridgeFloor.step("customer", .joins, at: 2, comesIn: true),
      BridgeFloor.step("asha", .joins, at: 4), BridgeFloor.step("asha", .leaves, at: 8),
      BridgeFloor.ended("customer", at: 9, comesIn: true),
    ],
    [
      BridgeFloor.leg("customer", .answered, at: 1),
      BridgeFloor.step("customer", .joins, at: 2), BridgeFloor.step("asha", .joins, at: 3),
      BridgeFloor.ended("asha", at: 3), BridgeFloor.step("ravi", .joins, at: 3),
    ],
    [
      BridgeFloor.step("customer", nil, at: 2), BridgeFloor.step("asha", .leaves, at: 4),
      BridgeFloor.step("asha", .joins, at: 4, "b2"),
      BridgeFloor.step("customer", .joins, at: 6, "b2"),
      BridgeFloor.step("asha", .joins, at: 6),
    ],
  ]

  @Test(arguments: short)
  func `few callbacks of legs in one bridge make the same board in every order`(
    _ callbacks: [Callback]
  ) {
    #expect(Orders.firstDifferingBoard(of: callbacks, seed: 1) == nil)
  }

  @Test(arguments: 0..<6)
  func `legs in one bridge make the same board in any order`(_ seed: Int) {
    var random = Seeded(UInt64(seed) &* 7919)
    let callbacks = Self.history(&random)
    #expect(Orders.firstDifferingBoard(of: callbacks, seed: seed) == nil)
  }

  /// A customer and two agents who come to bridges and leave them, of which some is not told.
  private static func history(_ random: inout Seeded) -> [Callback] {
    let comesIn = Bool.random(using: &random)
    var all: [Callback] = []
    for who in ["customer", "asha", "ravi"] {
      func second() -> Double { Double(Int.random(in: 0...12, using: &random)) }
      let isIn = who == "customer" && comesIn
      all.append(BridgeFloor.leg(who, .answered, at: second(), comesIn: isIn))
      for _ in 0..<3 {
        let steps: [Callback.BridgeStep?] = [.joins, .joins, .leaves, nil]
        let bridge = ["b1", "b1", "b2"].randomElement(using: &random) ?? "b1"
        all.append(
          BridgeFloor.step(
            who, steps.randomElement(using: &random) ?? nil, at: second(), comesIn: isIn, bridge))
      }
      if Bool.random(using: &random) {
        all.append(BridgeFloor.ended(who, at: second() + 6, comesIn: isIn))
      }
    }
    return all.filter { _ in Int.random(in: 0..<6, using: &random) > 0 }
  }
}
