/// The board for programs: `snapshot`, then its changes.
struct EventFeed: StreamFeed {
  private let tape: EventTape
  private var opening: EventOpening
  private var position: Int

  /// Goes on behind the event with that id, where its changes are known still.
  init(_ tape: EventTape, after id: String?) {
    self.tape = tape
    (opening, position) = tape.begin(after: id)
  }

  var needsMaking: Bool { !opening.isAtEnd }

  mutating func next() -> StreamChunk {
    guard opening.isAtEnd else { return .bytes(opening.next()) }
    guard let (bytes, next) = tape.read(from: position) else { return .lost(StreamText.restart) }
    position = next
    return bytes.isEmpty ? .nothing : .bytes(bytes)
  }
}
