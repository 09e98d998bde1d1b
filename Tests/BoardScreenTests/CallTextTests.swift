import CallModel
import Testing

@testable import BoardScreen

@Suite struct CallTextTests {
  /// The lines of the legs of a call with that many.
  private func legs(_ count: Int, width: Int) -> [String] {
    var call = Call(sid: "c1", state: .ringing, startedAt: Floor.now, clock: Floor.now)
    call.legs = (1...count).map { index in
      Leg(
        index: index, party: index == 1 ? .customer : .agent,
        number: Floor.number("+91988000\(1_000 + index)"), state: .ringing, clock: Floor.now)
    }
    let row = CallRow(call: call, legNames: call.legs.map { _ in nil })
    let text = CallText(
      detail: CallDetail(row: row, raw: []), now: Floor.now, width: width,
      settings: Floor.settings)
    var frame = Frame(ScreenSize(columns: width, rows: 40 + count))
    text.legs.draw(&frame, top: 0, height: 40 + count, scroll: 0, Floor.settings)
    return frame.text.split(separator: "\n").map(String.init).filter { $0.contains("◌") }
  }

  @Test(arguments: [9, 14, 120], [80, 120])
  func `legs stand below each other, however many there are`(_ count: Int, _ width: Int) {
    let lines = legs(count, width: width)
    #expect(lines.count == count)
    #expect(Set(lines.map { $0.split(separator: "◌")[0].count }).count == 1)
    #expect(lines.allSatisfy { $0.contains(" agent ") || $0.contains(" customer ") })
  }
}
