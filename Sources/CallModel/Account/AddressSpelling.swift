/// How an address was spelled, and when first.
struct AddressSpelling: Hashable, Comparable, Sendable {
  var number: PhoneNumber
  var at: Instant

  static func < (left: Self, right: Self) -> Bool {
    (left.at, left.number.text) < (right.at, right.number.text)
  }
}
