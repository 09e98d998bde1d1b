/// What a row is sorted by. What is not known comes last, whichever way a list is sorted.
package enum SortValue: Hashable, Sendable {
  case number(Int64)
  case text(String)
  case unknown

  package init(_ number: Int) { self = .number(Int64(number)) }

  package init(_ moment: Instant?) { self = moment.map { .number($0.milliseconds) } ?? .unknown }

  package init(_ duration: Duration?) {
    self = duration.map { .number($0.wholeMilliseconds) } ?? .unknown
  }

  /// Upper and lower case are one.
  package init(_ text: String?) { self = text.map { .text($0.lowercased()) } ?? .unknown }

  /// Nil where the two are equal.
  package func precedes(_ other: SortValue, descending: Bool) -> Bool? {
    switch (self, other) {
    case (.unknown, .unknown): nil
    case (.unknown, _): false
    case (_, .unknown): true
    case (.number(let left), .number(let right)):
      left == right ? nil : (left < right) != descending
    case (.text(let left), .text(let right)):
      left == right ? nil : (left < right) != descending
    case (.number, .text): true
    case (.text, .number): false
    }
  }
}

/// What a list is sorted by instead of its own order.
package struct SortOrder<Key: Hashable & Sendable>: Hashable, Sendable {
  package var key: Key
  package var isDescending: Bool

  package init(key: Key, isDescending: Bool = false) {
    self.key = key
    self.isDescending = isDescending
  }
}
