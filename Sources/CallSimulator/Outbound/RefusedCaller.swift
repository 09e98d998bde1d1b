/// ExoPhones whose last five digits have the API refuse the call, as
/// https://developer.exotel.com/docs/references/error-codes lists.
package enum RefusedCaller: String, CaseIterable, Sendable {
  case malformed = "99400"
  case unauthorized = "99401"
  case unpaid = "99402"
  case suspended = "99403"
  case tooMany = "99429"
  case unavailable = "99503"

  /// The one that a number in any spelling ends in.
  package init?(_ number: String) {
    self.init(rawValue: String.lastDigits(5, of: number))
  }

  /// The status of the answer.
  package var status: Int {
    switch self {
    case .malformed: 400
    case .unauthorized: 401
    case .unpaid: 402
    case .suspended: 403
    case .tooMany: 429
    case .unavailable: 503
    }
  }

  /// What the answer says.
  package var message: String {
    switch self {
    case .malformed: "the request is malformed"
    case .unauthorized: "API key and token are invalid"
    case .unpaid: "the balance is insufficient, or the limit of the plan is exceeded"
    case .suspended: "the account is suspended"
    case .tooMany: "too many requests"
    case .unavailable: "the service is down for a while"
    }
  }
}

extension String {
  /// The last digits of a number in any spelling.
  static func lastDigits(_ count: Int, of number: String) -> String {
    let digits = number.unicodeScalars.filter { ("0"..."9").contains($0) }
    return String(String.UnicodeScalarView(digits.suffix(count)))
  }
}
