import CallModel
import Testing

@testable import BoardScreen

/// The other legs of a bridge on the page of a call.
@Suite struct CompanionTests {
  private func page(_ companions: [Companion]) -> String {
    var leg = Leg(
      index: 1, party: .customer, number: Floor.number("+919812300001"), state: .answered,
      clock: Floor.now)
    leg.answeredAt = Floor.now
    var call = Call(
      sid: "c1", families: [.leg], state: .talking, startedAt: Floor.now, clock: Floor.now,
      legs: [leg])
    call.companions = companions
    let row = CallRow(call: call, legNames: [nil])
    let view = CallText(
      detail: CallDetail(row: row, raw: []), now: Floor.now, width: 100, settings: Floor.settings)
    var frame = Frame(ScreenSize(columns: 100, rows: 30))
    view.legs.draw(&frame, top: 0, height: 30, scroll: 0, Floor.settings)
    return frame.text
  }

  private func companion(
    _ party: Leg.Party, _ name: String? = nil, isThere: Bool
  ) -> Companion {
    var companion = Companion(
      sid: "c2", bridge: "br77", party: party, number: Floor.number("+919880000001"),
      isThere: isThere)
    companion.name = name
    return companion
  }

  @Test func `it says who talks with the customer, who was there, and who listens`() {
    let text = page([
      companion(.agent, "Asha Rao", isThere: true), companion(.agent, "Ravi", isThere: false),
      companion(.customer, isThere: true),
    ])
    #expect(text.contains("Bridge br77 with +91 98800 00001 (Asha Rao), talking"))
    #expect(text.contains("Bridge br77 with +91 98800 00001 (Ravi), no more"))
    #expect(text.contains("Bridge br77 with +91 98800 00001, there too"))
  }

  @Test func `of a crowd it shows the first ones`() {
    let text = page((0..<9).map { _ in companion(.customer, isThere: true) })
    #expect(text.contains("and 3 more legs"))
  }
}
