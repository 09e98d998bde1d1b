/// Which addresses (a mobile, a softphone, a mail, a user id) are one person's (`families.md` § 2).
///
/// A function of the roster and of the set of joins that callbacks have made, in whatever order they
/// came. The roster decides first: two of its people are never joined, and a shared address joins
/// nobody.
package struct People: Hashable, Sendable {
  /// Two addresses that one callback carried.
  struct Join: Hashable, Sendable {
    /// Keys, the lesser first.
    let first: String
    let second: String

    init(_ left: String, _ right: String) {
      (first, second) = left < right ? (left, right) : (right, left)
    }
  }

  private let roster: Roster
  /// With the earliest event time of each.
  private(set) var joins: [Join: Instant] = [:]
  /// From the key of an address to that of another one of the same person; none for the one by which
  /// the person is known.
  private var parents: [String: String] = [:]

  init(roster: Roster) { self.roster = roster }

  /// What all addresses of a person have in common: the key of the number in the roster, else of one
  /// of the addresses.
  package func person(of key: String) -> String {
    if let entry = roster.entry(ofAddress: key) { return entry }
    var place = key
    while let parent = parents[place] { place = parent }
    return roster.entry(ofAddress: place) ?? place
  }

  package func person(of number: PhoneNumber) -> String { person(of: number.key) }

  /// The keys of all addresses of a person that callbacks have joined, that of the person among them.
  func addresses(of person: String) -> [String] {
    let joined = Set(joins.keys.flatMap { [$0.first, $0.second] })
    return joined.filter { self.person(of: $0) == person }.sorted()
  }

  /// Takes what one callback carried. Gives the addresses whose person has changed by it.
  mutating func join(_ keys: [String], at moment: Instant) -> [String] {
    guard keys.count > 1 else { return [] }
    var isEarlier = false
    var news: [Join] = []
    for key in keys.dropFirst() where key != keys[0] {
      guard !roster.isShared(key), !roster.isShared(keys[0]) else { continue }
      let join = Join(keys[0], key)
      if let known = joins[join], known <= moment { continue }
      isEarlier = isEarlier || joins[join] != nil || !joins.isEmpty
      joins[join] = moment
      news.append(join)
    }
    guard !news.isEmpty else { return [] }
    let before = self
    if isEarlier { rebuild() } else { for join in news { unite(join) } }
    let touched = Set(joins.keys.flatMap { [$0.first, $0.second] })
    return touched.filter { before.person(of: $0) != person(of: $0) }.sorted()
  }

  /// The earliest joins come first, whichever came first.
  private mutating func rebuild() {
    parents = [:]
    let ordered = joins.sorted {
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
