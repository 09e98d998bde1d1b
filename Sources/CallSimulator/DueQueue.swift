/// Callbacks by the time at which they are due; of those due at once, the first put in comes first.
struct DueQueue: Sendable {
  private struct Entry: Sendable {
    var callback: SimulatedCallback
    var number: UInt64

    func isBefore(_ other: Entry) -> Bool {
      (callback.due, number) < (other.callback.due, other.number)
    }
  }

  /// A binary heap: no entry is before the one at half its place.
  private var heap: [Entry] = []
  private var count: UInt64 = 0

  var first: SimulatedCallback? { heap.first?.callback }

  mutating func insert(_ callback: SimulatedCallback) {
    count += 1
    heap.append(Entry(callback: callback, number: count))
    var place = heap.count - 1
    while place > 0, heap[place].isBefore(heap[(place - 1) / 2]) {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func removeFirst() -> SimulatedCallback? {
    guard let last = heap.popLast() else { return nil }
    guard let first = heap.first else { return last.callback }
    heap[0] = last
    var place = 0
    while true {
      var least = place
      for child in [2 * place + 1, 2 * place + 2]
      where child < heap.count && heap[child].isBefore(heap[least]) {
        least = child
      }
      guard least != place else { return first.callback }
      heap.swapAt(place, least)
      place = least
    }
  }
}
