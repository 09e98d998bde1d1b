/// An array in chunks: growing moves no element, and who changes one element of a copy copies only its
/// chunk. So neither how many there are nor who keeps a copy makes a change slow.
struct ChunkedArray<Element: Sendable>: RandomAccessCollection, MutableCollection, Sendable {
  private static var chunkSize: Int { 64 }

  private var chunks: [[Element]] = []
  private(set) var count = 0

  var startIndex: Int { 0 }
  var endIndex: Int { count }

  mutating func append(_ element: Element) {
    if count.isMultiple(of: Self.chunkSize) {
      var chunk: [Element] = []
      chunk.reserveCapacity(Self.chunkSize)
      chunks.append(chunk)
    }
    chunks[chunks.count - 1].append(element)
    count += 1
  }

  subscript(place: Int) -> Element {
    _read { yield chunks[place / Self.chunkSize][place % Self.chunkSize] }
    _modify { yield &chunks[place / Self.chunkSize][place % Self.chunkSize] }
  }
}
