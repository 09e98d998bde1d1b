/// The board for programs: `snapshot`, then its changes.
struct EventFeed: StreamFeed, Sendable {
  private let tape: EventTape
  private var opening: [UInt8]
  private var position: Int

  /// Goes on behind the event with that id, where its changes are known still.
  init(_ tape: EventTape, after id: String?) {
    let beginning = tape.begin(after: id)
    self.tape = tape
    (opening, position) = (beginning.opening, beginning.position)
  }

  mutating func next() -> StreamChunk {
    guard opening.isEmpty else {
      defer { opening = [] }
      return .bytes(opening)
    }
    guard let (bytes, next) = tape.read(from: position) else { return .lost(StreamText.afresh) }
    position = next
    return bytes.isEmpty ? .nothing : .bytes(bytes)
  }
}
