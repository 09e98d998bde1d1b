/// A device of an agent, and by what other addresses its callbacks name the person.
struct Device: Hashable, Sendable {
  /// The number, or the address of a softphone.
  var address: String
  var email: String?
  var userID: String?
  var name: String?
}
