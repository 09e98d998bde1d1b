import HeapModule

/// Callbacks by the time at which they are due; of those due at once, the first put in comes first.
struct DueQueue: Sendable {
  private struct Entry: Comparable, Sendable {
    var callback: SimulatedCallback
    var number: UInt64

    static func < (left: Entry, right: Entry) -> Bool {
      (left.callback.due, left.number) < (right.callback.due, right.number)
    }

    /// No two have one number.
    static func == (left: Entry, right: Entry) -> Bool { left.number == right.number }
  }

  private var heap = Heap<Entry>()
  private var count: UInt64 = 0

  var first: SimulatedCallback? { heap.min?.callback }

  mutating func insert(_ callback: SimulatedCallback) {
    count += 1
    heap.insert(Entry(callback: callback, number: count))
  }

  mutating func removeFirst() -> SimulatedCallback? { heap.popMin()?.callback }
}
