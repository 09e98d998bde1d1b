/// Why two numbers are not connected.
package enum ConnectRequestError: Error, Hashable, Sendable, CustomStringConvertible {
  case undecodable(CallbackDecodingError)
  case missing(String)
  case wrong(name: String, value: String, expected: String)

  /// What is wrong, and what to do; safe to show.
  package var description: String {
    switch self {
    case .undecodable(let error): error.description
    case .missing(let name): "\(name) is missing: From, To and CallerId are mandatory"
    case .wrong(let name, let value, let expected): "\(name) is '\(value)': expected \(expected)"
    }
  }
}
