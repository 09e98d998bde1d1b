import HeapModule
import NIOCore

/// Finds the connection that has been silent longest.
///
/// A connection moves on without telling: its entry is put right when it comes up, so that a request
/// costs nothing here. Each operation takes O(log n), on average over the requests between them.
struct SilenceQueue {
  private struct Entry: Comparable {
    var moment: NIODeadline
    var place: ConnectionPlace

    static func < (left: Self, right: Self) -> Bool { left.moment < right.moment }
    static func == (left: Self, right: Self) -> Bool { left.moment == right.moment }
  }

  private var heap = Heap<Entry>()

  /// How many entries there are, those of connections that have ended among them.
  var count: Int { heap.count }

  /// Takes one in that is silent; one that is not comes by itself when it is.
  mutating func add(_ place: ConnectionPlace) {
    place.note(isQueued: true)
    if let moment = place.silentSince { return heap.insert(Entry(moment: moment, place: place)) }
    place.note(isQueued: false)
    // It may have fallen silent just before it could know that it has to come.
    if place.silentSince != nil { add(place) }
  }

  /// The one that has been silent longest of those that are `open`; nil where none is silent.
  mutating func take(where isOpen: (ConnectionPlace) -> Bool) -> ConnectionPlace? {
    while let entry = heap.popMin() {
      guard isOpen(entry.place) else { continue }
      if entry.place.silentSince == entry.moment { return entry.place }
      add(entry.place)
    }
    return nil
  }

  /// Begins anew with these, once most entries are of connections that have ended.
  mutating func tidy(_ open: some Collection<ConnectionPlace>) {
    guard count > 2 * open.count + 64 else { return }
    heap = Heap()
    for place in open { add(place) }
  }
}
