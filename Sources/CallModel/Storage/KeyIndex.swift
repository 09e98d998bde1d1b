/// Numbers keys in the order in which they come. Few are compared one by one, which is faster than
/// hashing; of many each is found at once.
struct KeyIndex: Sendable {
  private var keys: [String] = []
  /// Empty while there are few.
  private var places: [String: Int] = [:]

  private static let few = 12

  func place(of key: String) -> Int? {
    places.isEmpty ? keys.firstIndex(of: key) : places[key]
  }

  /// The number of a key, which is a new one where it is not known: then `isNew` is true.
  mutating func take(_ key: String) -> (place: Int, isNew: Bool) {
    if let place = place(of: key) { return (place, false) }
    let place = keys.count
    keys.append(key)
    if keys.count > Self.few, places.isEmpty {
      for (place, key) in keys.enumerated() { places[key] = place }
    } else if !places.isEmpty {
      places[key] = place
    }
    return (place, true)
  }
}
