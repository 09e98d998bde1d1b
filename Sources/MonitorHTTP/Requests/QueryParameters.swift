import CallModel

/// Why the query of a read cannot be answered.
enum QueryError: Error, Hashable, Sendable, CustomStringConvertible {
  case undecodable
  case unknown(String, known: [String])
  case filter(CallFilterError)
  case twice(String)
  case missing(String)
  case value(name: String, value: String, allowed: String)

  /// What is wrong, and what to do.
  var description: String {
    switch self {
    case .undecodable: "the query is not percent-encoded UTF-8"
    case .unknown(let name, let known) where known.isEmpty:
      "the parameter \(name) is not known; this path takes none"
    case .unknown(let name, let known):
      "the parameter \(name) is not known; use \(known.joined(separator: ", "))"
    case .filter(let error): "q, \(error)"
    case .twice(let name): "the parameter \(name) is given twice"
    case .missing(let name): "the parameter \(name) is missing"
    case .value(let name, let value, let allowed):
      "\(name)=\(value) cannot be; \(name) is \(allowed)"
    }
  }
}

/// The parameters of a query, each known and given once.
struct QueryParameters {
  private var values: [String: String] = [:]

  init(_ target: RequestTarget, known: [String]) throws(QueryError) {
    guard let parameters = target.parameters else { throw .undecodable }
    for (name, value) in parameters {
      guard known.contains(name) else { throw .unknown(name, known: known) }
      guard values.updateValue(value, forKey: name) == nil else { throw .twice(name) }
    }
  }

  subscript(_ name: String) -> String? { values[name] }
}

/// Which part of a list is asked for.
struct ListPart: Hashable, Sendable {
  /// Of an answer.
  static let maximumLimit = 1_000

  private(set) var limit: Int
  /// The number of rows that are left out first.
  private(set) var offset = 0

  /// Where the part stands in the list.
  var range: Range<Int> { offset..<(offset + limit) }

  /// The query of a list that takes no other parameters.
  init(_ target: RequestTarget) throws(QueryError) {
    let given = try QueryParameters(target, known: ["limit", "cursor"])
    try self.init(given, usualLimit: Self.maximumLimit)
  }

  /// `usualLimit` is for a query without one.
  init(_ given: QueryParameters, usualLimit: Int) throws(QueryError) {
    limit = usualLimit
    if let value = given["limit"] {
      guard let count = Int(value), (1...Self.maximumLimit).contains(count) else {
        throw .value(
          name: "limit", value: value, allowed: "a number from 1 to \(Self.maximumLimit)")
      }
      limit = count
    }
    if let value = given["cursor"] {
      guard let start = Self.offset(from: value) else {
        throw .value(name: "cursor", value: value, allowed: "what an earlier answer gave")
      }
      offset = start
    }
  }

  /// An opaque text for the place in the list from which the next answer goes on.
  static func cursor(at offset: Int) -> String { "c" + String(offset, radix: 36) }

  private static func offset(from cursor: String) -> Int? {
    guard cursor.hasPrefix("c"), let offset = Int(cursor.dropFirst(), radix: 36),
      (0...1_000_000_000).contains(offset), Self.cursor(at: offset) == cursor
    else { return nil }
    return offset
  }
}

extension CallQuery {
  private static let parameters = ["state", "agent", "number", "q", "limit", "cursor"]

  /// The query of `/v1/calls`.
  init(_ target: RequestTarget, country: Country) throws(QueryError) {
    self.init()
    let given = try QueryParameters(target, known: Self.parameters)
    if let value = given["state"] {
      guard let state = Which(rawValue: value) else {
        throw .value(name: "state", value: value, allowed: "live, ended or all")
      }
      which = state
    }
    agent = try Self.number("agent", given["agent"], country)
    number = try Self.number("number", given["number"], country)
    filter = try Self.filter(given["q"])
    let part = try ListPart(given, usualLimit: limit)
    (limit, offset) = (part.limit, part.offset)
  }

  private static func filter(_ text: String?) throws(QueryError) -> CallFilter {
    do throws(CallFilterError) {
      return try CallFilter(text ?? "")
    } catch {
      throw .filter(error)
    }
  }

  private static func number(
    _ name: String, _ value: String?, _ country: Country
  ) throws(QueryError) -> PhoneNumber? {
    guard let value else { return nil }
    let number = PhoneNumber(value, country: country)
    guard !number.text.isEmpty else {
      throw .value(name: name, value: value, allowed: "a number in any of its spellings")
    }
    return number
  }
}
