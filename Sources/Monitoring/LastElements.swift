import DequeModule

/// The last elements up to a number, the newest first.
struct LastElements<Element: Sendable>: Sendable {
  /// The oldest first.
  private var elements = Deque<Element>()
  private let capacity: Int

  init(capacity: Int) { self.capacity = capacity }

  var count: Int { elements.count }

  mutating func append(_ element: Element) {
    if elements.count == capacity { elements.removeFirst() }
    elements.append(element)
  }

  /// Elements by age: position 0 is the newest.
  func slice(_ range: Range<Int>) -> [Element] {
    range.clamped(to: 0..<count).map { elements[place(of: $0)] }
  }

  mutating func update(_ position: Int, _ change: (inout Element) -> Void) {
    change(&elements[place(of: position)])
  }

  private func place(of position: Int) -> Int { elements.count - 1 - position }
}
