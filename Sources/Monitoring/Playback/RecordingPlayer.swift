import CallJournal
import CallModel
import CallbackWire
import Synchronization

/// Plays a recording onto a board: carries out what ``Playback`` decides.
///
/// ``send(_:)`` and ``playback`` are safe from any thread and never wait; ``turn(passed:)`` is for the
/// one that plays.
package final class RecordingPlayer: Sendable {
  /// The board, whose clock is that of the playing.
  package let monitor: CallMonitor
  private let clock: PlaybackClock
  private let inputs = Mutex<[Playback.Input]>([])
  private let shown: Mutex<Playback>
  private let deck: Mutex<Deck>
  private let onChange: @Sendable () -> Void

  /// What a turn works with.
  private struct Deck: ~Copyable {
    var playback: Playback
    var tape: RecordingTape
    var snapshots: [Int: CallMonitor.Snapshot]
  }

  /// `board` has no calls; `onChange` is called after every change, on the thread that plays.
  package init(
    _ index: RecordingIndex, _ playback: Playback, decoder: CallbackDecoder, board: CallBoard,
    windowStart: @escaping @Sendable (Instant) -> Instant,
    onChange: @escaping @Sendable () -> Void = {}
  ) {
    let clock = PlaybackClock(playback.now)
    let monitor = CallMonitor(
      decoder: decoder, board: board, clock: { clock.now }, windowStart: windowStart)
    (self.clock, self.monitor, self.onChange) = (clock, monitor, onChange)
    shown = Mutex(playback)
    deck = Mutex(
      Deck(
        playback: playback, tape: RecordingTape(index),
        snapshots: [0: monitor.takeSnapshot()]))
  }

  /// Where the playing stood after the last turn.
  package var playback: Playback { shown.withLock { $0 } }

  /// Asks for something; the next turn does it.
  package func send(_ input: Playback.Input) { inputs.withLock { $0.append(input) } }

  /// Does what was asked for, and plays what is due when that real time has passed. True where
  /// another turn is wanted at once.
  package func turn(passed: Duration) throws(JournalError) -> Bool {
    let inputs = inputs.withLock { inputs in
      defer { inputs = [] }
      return inputs
    }
    let (before, after) = try deck.withLock { (deck: inout Deck) throws(JournalError) in
      let before = deck.playback
      for input in inputs + [.pass(passed)] {
        for effect in deck.playback.update(input) { try carryOut(effect, &deck) }
      }
      return (before, deck.playback)
    }
    clock.now = after.now
    shown.withLock { $0 = after }
    if !inputs.isEmpty || before.position != after.position || before.now != after.now {
      onChange()
    }
    return after.wantsMore
  }

  private func carryOut(_ effect: Playback.Effect, _ deck: inout Deck) throws(JournalError) {
    switch effect {
    case .rewind(let position):
      guard let snapshot = deck.snapshots[position] else { break }
      let moment = deck.playback.moment(after: position)
      monitor.restore(snapshot) { clock.now = moment }
      try deck.tape.wind(to: position)
    case .play(let range): try play(range, &deck)
    case .keep(let position): deck.snapshots[position] = monitor.takeSnapshot()
    case .drop(let position): deck.snapshots[position] = nil
    }
  }

  private func play(_ range: Range<Int>, _ deck: inout Deck) throws(JournalError) {
    for place in range {
      clock.now = deck.playback.moments[place]
      if let entry = try deck.tape.next() { monitor.restore(entry) }
    }
  }
}

/// The clock of a board that is played.
private final class PlaybackClock: Sendable {
  private let moment: Mutex<Instant>

  init(_ moment: Instant) { self.moment = Mutex(moment) }

  var now: Instant {
    get { moment.withLock { $0 } }
    set { moment.withLock { $0 = newValue } }
  }
}
