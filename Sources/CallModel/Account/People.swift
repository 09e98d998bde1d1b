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
    /// By their keys, in the spelling that came first.
    var addresses: [String: AddressSpelling] = [:]
    /// With the earliest event time of each.
    var joins: [Join: Instant] = [:]

    /// False where it was known, spelled so, at that moment or earlier.
    mutating func note(_ address: PhoneNumber, at moment: Instant) -> Bool {
      let spelling = AddressSpelling(number: address, at: moment)
      if let known = addresses[address.key], known <= spelling { return false }
      addresses[address.key] = spelling
      return true
    }

    /// True where a join of that moment would change nothing.
    func holds(_ first: PhoneNumber, _ second: PhoneNumber, since moment: Instant) -> Bool {
      guard let joined = joins[Join(first.key, second.key)], joined <= moment else { return false }
      return [first, second].allSatisfy { address in
        guard let known = addresses[address.key] else { return false }
        return known <= AddressSpelling(number: address, at: moment)
      }
    }

    mutating func merge(_ other: Group) {
      addresses.merge(other.addresses) { min($0, $1) }
      joins.merge(other.joins) { min($0, $1) }
    }
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
  var joins: [AccountFact] {
    groups.values.flatMap { group in
      group.joins.compactMap { join, since in
        guard let first = group.addresses[join.first], let second = group.addresses[join.second]
        else { return nil }
        return .join(first.number, second.number, since: since)
      }
    }
  }

  /// The addresses that callbacks have joined with this one, directly or over others, itself among them;
  /// none where they have joined it with none. Two people of the roster may be among them.
  func joined(with key: String) -> [AddressSpelling] {
    groupsByKey[key].flatMap { groups[$0] }.map { $0.addresses.values.sorted() } ?? []
  }

  /// Those of them that are one person's.
  func addresses(with key: String) -> [AddressSpelling] {
    let person = person(of: key)
    return joined(with: key).filter { self.person(of: $0.number) == person }
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

  /// True where these two were joined by that moment already, spelled so. Costs the same however many
  /// addresses they have.
  func knows(_ first: PhoneNumber, _ second: PhoneNumber, since moment: Instant) -> Bool {
    guard let place = groupsByKey[first.key], place == groupsByKey[second.key] else { return false }
    return groups[place]?.holds(first, second, since: moment) ?? false
  }

  /// Takes two addresses that one callback carried. Gives the keys of the addresses whose person has
  /// changed by it; nil where it is no news. Costs as much as these people have addresses.
  mutating func join(
    _ first: PhoneNumber, _ second: PhoneNumber, at moment: Instant
  ) -> [String]? {
    guard first.key != second.key, !roster.isShared(first.key), !roster.isShared(second.key) else {
      return nil
    }
    let join = Join(first.key, second.key)
    let (left, right) = (groupsByKey[join.first], groupsByKey[join.second])
    var group = left.flatMap { groups[$0] } ?? Group()
    let isEarlier = group.joins[join].map { moment < $0 } ?? true
    if let right, right != left, let other = groups[right] { group.merge(other) }
    let isSpelled = [group.note(first, at: moment), group.note(second, at: moment)].contains(true)
    guard isEarlier || isSpelled else { return nil }
    if isEarlier { group.joins[join] = moment }
    guard group.addresses.count <= Self.addressesOfOne, groupsByKey.count < Self.addressesOfAll
    else { return nil }
    let keys = Array(group.addresses.keys)
    let before = keys.map { person(of: $0) }
    if let right, right != left { groups[right] = nil }
    keep(group, at: left ?? right)
    return zip(keys, before).filter { person(of: $0) != $1 }.map(\.0).sorted()
  }

  private mutating func keep(_ group: Group, at place: Int?) {
    let place = place ?? made
    if place == made { made += 1 }
    groups[place] = group
    for key in group.addresses.keys {
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
