/// The legs of ExoML by the bridges that they name.
///
/// A leg that has left the board stays known as long as another one of its bridge is there, so that this
/// one does not change by it.
struct Bridges: Sendable {
  /// More legs than a call, or a conference, has: further ones are told nothing of each other. Bounds
  /// what one leg can cost.
  static let legsOfOne = 50

  private struct Bridge: Sendable {
    var legs: [String: BridgeLeg] = [:]
    /// The sids of those that are on the board.
    var present: Set<String> = []

    /// Nil takes it out.
    mutating func set(_ leg: BridgeLeg?, at sid: String) {
      legs[sid] = leg
      if leg == nil { present.remove(sid) } else { present.insert(sid) }
    }
  }

  private var bridges: [String: Bridge] = [:]

  /// The other legs of these bridges, each once, by their sids.
  func others(of stays: [BridgeStay], but sid: String) -> [BridgeLeg] {
    guard !stays.isEmpty else { return [] }
    var others: [String: BridgeLeg] = [:]
    for bridge in Set(stays.map(\.bridge)) {
      others.merge(bridges[bridge]?.legs ?? [:]) { one, _ in one }
    }
    others[sid] = nil
    return others.values.sorted { $0.sid < $1.sid }
  }

  /// Takes what a leg tells now; nil is nothing. Gives the sids of the others that it changes.
  mutating func update(_ sid: String, from old: BridgeLeg?, to new: BridgeLeg?) -> [String] {
    guard old != new else { return [] }
    let (before, after) = (Self.names(old), Self.names(new))
    var changed: Set<String> = []
    for name in before.union(after) {
      let known = bridges[name]?.legs[sid]
      let hasRoom = known != nil || (bridges[name]?.legs.count ?? 0) < Self.legsOfOne
      let told = after.contains(name) && hasRoom ? new : nil
      let isPresent = bridges[name]?.present.contains(sid) ?? false
      guard known != told || isPresent != (told != nil) else { continue }
      bridges[name, default: Bridge()].set(told, at: sid)
      changed.formUnion(bridges[name]?.present ?? [])
      if bridges[name]?.present.isEmpty == true { bridges[name] = nil }
    }
    changed.remove(sid)
    return changed.sorted()
  }

  /// Lets a leg leave the board.
  mutating func leave(_ leg: BridgeLeg) {
    for name in Self.names(leg) {
      bridges[name]?.present.remove(leg.sid)
      if bridges[name]?.present.isEmpty == true { bridges[name] = nil }
    }
  }

  private static func names(_ leg: BridgeLeg?) -> Set<String> {
    Set(leg?.stays.map(\.bridge) ?? [])
  }
}
