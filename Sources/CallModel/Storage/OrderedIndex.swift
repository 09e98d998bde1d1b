/// A sorted collection of different elements, cut into chunks so that inserting, removing and
/// looking up by position or by element stay cheap at any size.
struct OrderedIndex<Element: Comparable & Sendable>: Sendable {
  private var chunks: [[Element]] = []
  private(set) var count = 0

  private static var chunkLimit: Int { 256 }

  var first: Element? { chunks.first?.first }
  var last: Element? { chunks.last?.last }

  mutating func insert(_ element: Element) {
    count += 1
    guard !chunks.isEmpty else {
      chunks.append([element])
      return
    }
    let chunk = min(chunkIndex(for: element), chunks.count - 1)
    let place = Self.lowerBound(of: element, in: chunks[chunk])
    chunks[chunk].insert(element, at: place)
    if chunks[chunk].count > Self.chunkLimit { split(chunk) }
  }

  /// Removes an element; nothing happens when it is not there.
  mutating func remove(_ element: Element) {
    let chunk = chunkIndex(for: element)
    guard chunk < chunks.count else { return }
    let place = Self.lowerBound(of: element, in: chunks[chunk])
    guard place < chunks[chunk].count, chunks[chunk][place] == element else { return }
    chunks[chunk].remove(at: place)
    count -= 1
    if chunks[chunk].isEmpty { chunks.remove(at: chunk) }
  }

  /// Nil is not there.
  mutating func replace(_ old: Element?, by new: Element?) {
    guard old != new else { return }
    if let old { remove(old) }
    if let new { insert(new) }
  }

  /// How many elements are less than `element`: its position, where it is there.
  func position(of element: Element) -> Int {
    let chunk = chunkIndex(for: element)
    let before = chunks[..<chunk].reduce(0) { $0 + $1.count }
    return chunk < chunks.count
      ? before + Self.lowerBound(of: element, in: chunks[chunk]) : before
  }

  /// The elements at these positions, as far as they exist.
  func slice(_ range: Range<Int>) -> [Element] {
    let range = range.clamped(to: 0..<count)
    var result: [Element] = []
    result.reserveCapacity(range.count)
    var start = 0
    for chunk in chunks {
      let wanted = range.clamped(to: start..<(start + chunk.count))
      if !wanted.isEmpty {
        result += chunk[(wanted.lowerBound - start)..<(wanted.upperBound - start)]
      }
      start += chunk.count
      if start >= range.upperBound { break }
    }
    return result
  }

  private mutating func split(_ chunk: Int) {
    let half = chunks[chunk].count / 2
    chunks.insert(Array(chunks[chunk][half...]), at: chunk + 1)
    chunks[chunk].removeSubrange(half...)
  }

  /// The first chunk whose last element is not less than `element`.
  private func chunkIndex(for element: Element) -> Int {
    var (low, high) = (0, chunks.count)
    while low < high {
      let middle = (low + high) / 2
      if let last = chunks[middle].last, last < element { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func lowerBound(of element: Element, in chunk: [Element]) -> Int {
    var (low, high) = (0, chunk.count)
    while low < high {
      let middle = (low + high) / 2
      if chunk[middle] < element { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
