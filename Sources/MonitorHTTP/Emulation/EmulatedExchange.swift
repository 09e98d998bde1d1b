import CallbackWire

/// What stands behind the emulated API: it connects calls, and knows them.
package protocol EmulatedExchange: Sendable {
  /// Begins a call.
  func connect(_ request: ConnectRequest) throws(APIRefusal) -> CallDetails

  /// The call as it stands now; nil where none has the sid.
  func details(of sid: String) -> CallDetails?

  /// Is told of each answer.
  func note(_ answer: APIAnswer)
}

/// Why the API refuses a request.
package struct APIRefusal: Error, Hashable, Sendable {
  let status: Response.Status
  /// What is wrong, and what to do.
  package let message: String
  var headers: [String: String] = [:]

  init(_ status: Response.Status, _ message: String) {
    self.status = status
    self.message = message
  }

  /// `status` is one of those that the API answers with; anything else becomes 400.
  package init(status: Int, message: String) {
    self.init(Response.Status(rawValue: status) ?? .badRequest, message)
  }
}

/// What was answered, for people to see.
package struct APIAnswer: Hashable, Sendable {
  package var method: String
  /// Without the query; as it came.
  package var path: String
  package var status: Int
  /// The call that it is about, where there is one.
  package var call: CallDetails?
  /// Why it was refused.
  package var refusal: String?
}
