/// The last so many elements, the newest first.
struct Ring<Element: Sendable>: Sendable {
  private var elements: [Element] = []
  private var next = 0
  private let capacity: Int

  init(capacity: Int) { self.capacity = capacity }

  var count: Int { elements.count }

  mutating func append(_ element: Element) {
    if elements.count < capacity {
      elements.append(element)
    } else {
      elements[next] = element
    }
    next = (next + 1) % capacity
  }

  /// Elements by age: position 0 is the newest.
  func slice(_ range: Range<Int>) -> [Element] {
    range.clamped(to: 0..<count).map { elements[place(of: $0)] }
  }

  mutating func update(_ position: Int, _ change: (inout Element) -> Void) {
    change(&elements[place(of: position)])
  }

  private func place(of position: Int) -> Int { (next - 1 - position + 2 * capacity) % capacity }
}
