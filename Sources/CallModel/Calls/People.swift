/// Which addresses (a mobile, a softphone, a mail, a user id) are one person's (`families.md` § 2).
///
/// A function of the roster and of the set of joins that callbacks have made, in whatever order they
/// came, as far as they are fewer than anybody has (``addressesOfOne``, ``addressesOfAll``). The roster
/// decides first: two of its people are never joined, and a shared address joins nobody.
package struct People: Hashable, Sendable {
  /// More addresses than a person has: what further joins add is not taken.
  static let addressesOfOne = 32
  /// More addresses than all of an account have.
  static let addressesOfAll = 100_000

  /// Two addresses that one callback carried.
  struct Join: Hashable, Sendable {
    /// Keys, the lesser first.
    let first: String
    let second: String

    init(_ left: String, _ right: String) {
      (first, second) = left < right ? (left, right) : (right, left)
    }
  }

  /// Addresses that are joined with each other, directly or over others.
  private struct Group: Hashable, Sendable {
    var keys: Set<String> = []
    /// With the earliest event time of each.
    var joins: [Join: Instant] = [:]
  }

  private let roster: Roster
  private var groups: [Int: Group] = [:]
  private var groupsByKey: [String: Int] = [:]
  private var made = 0
  /// From the key of an address to that of another one of the same person; none for the one by which
  /// the person is known.
  private var parents: [String: String] = [:]

  init(roster: Roster) { self.roster = roster }

  /// All joins that were made, with the earliest event time of each.
  var joins: [Join: Instant] {
    groups.values.reduce(into: [:]) { all, group in all.merge(group.joins) { first, _ in first } }
  }

  /// What all addresses of a person have in common: the key of the number in the roster, else of one
  /// of the addresses.
  package func person(of key: String) -> String {
    if let entry = roster.entry(ofAddress: key) { return entry }
    guard !parents.isEmpty else { return key }
    var place = key
    while let parent = parents[place] { place = parent }
    return roster.entry(ofAddress: place) ?? place
  }

  package func person(of number: PhoneNumber) -> String { person(of: number.key) }

  /// Takes what one callback carried. Gives the addresses whose person has changed by it. Costs as much
  /// as these people have addresses.
  mutating func join(_ keys: [String], at moment: Instant) -> [String] {
    guard let first = keys.first, !roster.isShared(first) else { return [] }
    var changed: Set<String> = []
    for key in keys.dropFirst() where key != first && !roster.isShared(key) {
      changed.formUnion(join(Join(first, key), at: moment))
    }
    return changed.sorted()
  }

  private mutating func join(_ join: Join, at moment: Instant) -> [String] {
    let (left, right) = (groupsByKey[join.first], groupsByKey[join.second])
    var group = left.flatMap { groups[$0] } ?? Group()
    if let known = group.joins[join], known <= moment { return [] }
    if let right, right != left, let other = groups[right] {
      group.keys.formUnion(other.keys)
      group.joins.merge(other.joins) { min($0, $1) }
    }
    group.keys.formUnion([join.first, join.second])
    group.joins[join] = moment
    guard group.keys.count <= Self.addressesOfOne, groupsByKey.count < Self.addressesOfAll else {
      return []
    }
    let before = group.keys.map { person(of: $0) }
    if let right, right != left { groups[right] = nil }
    keep(group, at: left ?? right)
    return zip(group.keys, before).filter { person(of: $0) != $1 }.map(\.0)
  }

  private mutating func keep(_ group: Group, at place: Int?) {
    let place = place ?? made
    if place == made { made += 1 }
    groups[place] = group
    for key in group.keys {
      groupsByKey[key] = place
      parents[key] = nil
    }
    // The earliest joins come first, whichever came first.
    let ordered = group.joins.sorted {
      ($0.value, $0.key.first, $0.key.second) < ($1.value, $1.key.first, $1.key.second)
    }
    for (join, _) in ordered { unite(join) }
  }

  private mutating func unite(_ join: Join) {
    let (left, right) = (person(of: join.first), person(of: join.second))
    guard left != right else { return }
    let (leftIsListed, rightIsListed) = (roster.isListed(left), roster.isListed(right))
    if leftIsListed, rightIsListed { return }
    if leftIsListed || (!rightIsListed && left < right) {
      parents[right] = left
    } else {
      parents[left] = right
    }
  }
}
