import CallJournal
import CallModel
import JournalTesting
import Testing

@testable import Monitoring

@Suite struct PlaybackTests {
  private static let start = TestJournal.start

  /// Entries a number of seconds after the start.
  private func playback(
    _ seconds: [Int], speed: PlaybackSpeed = .times(1), isPlaying: Bool = true,
    skipsGaps: Bool = false
  ) -> Playback {
    Playback(
      moments: seconds.map { Self.start + .seconds($0) }, speed: speed, isPlaying: isPlaying,
      skipsGaps: skipsGaps)
  }

  private func seconds(_ playback: Playback) -> Double { (playback.now - Self.start).inSeconds }

  @Test func `entries are played when they are due, at the speed`() {
    var playback = playback([0, 1, 3], speed: .times(10))
    #expect(playback.update(.pass(.milliseconds(20))) == [.play(0..<1)])
    #expect(seconds(playback) == 0.2)
    #expect(playback.update(.pass(.milliseconds(90))) == [.play(1..<2)])
    #expect(playback.update(.pass(.milliseconds(189))) == [])
    #expect(playback.update(.pass(.milliseconds(1))) == [.play(2..<3)])
    #expect(playback.motion == .ended)
    #expect(seconds(playback) == 3)
  }

  @Test func `slow motion loses no time between its small steps`() {
    var playback = playback([0, 10], speed: .times(0.1))
    for _ in 0..<100 { _ = playback.update(.pass(.milliseconds(5))) }
    #expect(seconds(playback) == 0.05)
  }

  @Test func `standing still, only steps move it`() {
    var playback = playback([0, 0, 5], isPlaying: false)
    #expect(playback.update(.pass(.milliseconds(200))) == [])
    #expect(playback.motion == .paused)
    #expect(playback.update(.step) == [.play(0..<1)])
    #expect(playback.update(.step) == [.play(1..<2)])
    #expect(playback.update(.step) == [.play(2..<3)])
    #expect(seconds(playback) == 5)
    #expect(playback.update(.step) == [])
    #expect(playback.update(.stepBack) == [.rewind(to: 0), .play(0..<2)])
    #expect(seconds(playback) == 0)
    #expect(playback.motion == .paused)
  }

  @Test func `a step ends the playing`() {
    var playback = playback([0, 5, 9])
    _ = playback.update(.step)
    #expect(playback.motion == .paused)
    _ = playback.update(.toggle)
    #expect(playback.motion == .playing)
  }

  @Test
  func `a jump leads to its moment with all entries up to it, and stays within the recording`() {
    var playback = playback([0, 10, 20, 30])
    #expect(playback.update(.jump(to: Self.start + .seconds(20))) == [.play(0..<3)])
    #expect(seconds(playback) == 20)
    #expect(playback.update(.skip(.seconds(-5))) == [.rewind(to: 0), .play(0..<2)])
    #expect(seconds(playback) == 15)
    _ = playback.update(.skip(.seconds(3_600)))
    #expect(playback.motion == .ended)
    _ = playback.update(.skip(.seconds(-3_600)))
    #expect((playback.position, seconds(playback)) == (1, 0))
  }

  @Test func `a long way is gone in parts, and jumps on the way add up`() {
    var playback = playback(Array(0..<1_000), isPlaying: false)
    #expect(playback.update(.jump(to: Self.start + .seconds(900))) == [.play(0..<256)])
    #expect(playback.motion == .seeking)
    #expect(playback.update(.skip(.seconds(-100))) == [.play(256..<512)])
    #expect(playback.update(.pass(.zero)) == [.play(512..<768)])
    #expect(playback.update(.pass(.zero)) == [.play(768..<801)])
    #expect(playback.motion == .paused)
    #expect(seconds(playback) == 800)
  }

  @Test func `where more is due than can be played at once, time waits`() {
    var playback = playback(Array(repeating: 1, count: 300) + [2], speed: .times(1_000))
    #expect(playback.update(.pass(.milliseconds(100))) == [.play(0..<256)])
    #expect(seconds(playback) == 1)
    #expect(playback.update(.pass(.zero)) == [.play(256..<300)])
    #expect(playback.update(.pass(.milliseconds(1))) == [.play(300..<301)])
  }

  @Test func `at full speed the whole recording needs no time`() {
    var playback = playback([0, 100, 10_000], speed: .unlimited)
    #expect(playback.update(.pass(.zero)) == [.play(0..<3)])
    #expect(playback.motion == .ended)
  }

  @Test func `playing from the end begins at the start`() {
    var playback = playback([0, 100], speed: .unlimited)
    _ = playback.update(.pass(.zero))
    #expect(playback.update(.toggle) == [.rewind(to: 0)])
    #expect(playback.motion == .playing)
    #expect(playback.update(.pass(.zero)) == [.play(0..<2)])
  }

  @Test func `a silence is left out but for its ends`() {
    var playback = playback([0, 1_000, 1_030], skipsGaps: true)
    for _ in 0..<19 { _ = playback.update(.pass(.milliseconds(250))) }
    #expect(seconds(playback) == 4.75)
    for _ in 0..<2 { _ = playback.update(.pass(.milliseconds(250))) }
    #expect(seconds(playback) == 995)
    for _ in 0..<40 { _ = playback.update(.pass(.milliseconds(250))) }
    #expect(playback.position == 2)
    #expect(seconds(playback) == 1_005)
  }

  @Test func `time that passed while the program was suspended is not made up for`() {
    var playback = playback([0, 3_600])
    _ = playback.update(.pass(.seconds(3_000)))
    #expect(seconds(playback) == 0.25)
  }

  @Test func `a jump back begins at the last copy of the board before its moment`() {
    var playback = playback(Array(0..<20_000), speed: .unlimited)
    var kept: Set<Int> = []
    while playback.motion != .ended {
      for effect in playback.update(.pass(.zero)) {
        if case .keep(let position) = effect { kept.insert(position) }
        if case .drop(let position) = effect { kept.remove(position) }
      }
    }
    #expect(kept == [4_096, 8_192, 12_288, 16_384])
    let effects = playback.update(.jump(to: Self.start + .seconds(12_300)))
    #expect(effects == [.rewind(to: 12_288), .play(12_288..<12_301)])
  }

  @Test func `faster and slower go through the steps to both ends`() {
    var speed = PlaybackSpeed.times(7)
    #expect(speed.faster == .times(10))
    #expect(speed.slower == .times(5))
    for _ in 0..<20 { speed = speed.faster }
    #expect(speed == .unlimited)
    for _ in 0..<20 { speed = speed.slower }
    #expect(speed == .times(0.1))
  }

  @Test func `an empty recording has nothing to play`() {
    var playback = playback([])
    for input in [Playback.Input.step, .stepBack, .toggle, .skip(.seconds(9)), .pass(.zero)] {
      #expect(playback.update(input) == [] || playback.position == 0)
    }
    #expect(playback.motion == .ended)
  }
}
