import CallJournal
import CallModel
import Monitoring

/// What is said when a recording was played.
struct ReplaySummary {
  let player: RecordingPlayer
  let index: RecordingIndex
  let time: Duration

  /// `1000000 lines in 12.3 s, 81300/s; 998000 callbacks, 1990 rejected, 10 damaged`, and what is
  /// damaged.
  var lines: [String] {
    let (received, rejected) = player.monitor.read { _, wire, _ in (wire.received, wire.rejected) }
    let count = player.playback.position + index.damagedCount
    let seconds = max(time.inSeconds, 0.001)
    let tenths = Int((seconds * 10).rounded())
    let rate = Int(Double(count) / seconds)
    return [
      "\(count) lines in \(tenths / 10).\(tenths % 10) s, \(rate)/s; \(received) callbacks, "
        + "\(rejected) rejected, \(index.damagedCount) damaged"
    ] + Self.damages(index)
  }

  /// The damaged lines, the first ones by their place.
  static func damages(_ index: RecordingIndex) -> [String] {
    let more = index.damagedCount - index.damages.reduce(0) { $0 + $1.lines.count }
    return index.damages.map { "left out: \($0)" } + (more > 0 ? ["and \(more) more"] : [])
  }
}
