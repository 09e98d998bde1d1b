import CallModel
import Testing

@testable import BoardScreen

@Suite struct SignsTests {
  @Test(arguments: [true, false])
  func `what can stand beside each other in a row has signs of its own`(_ isASCII: Bool) {
    let signs = Signs(ascii: isASCII)
    let marks = [signs.selected, signs.changed, signs.marked, signs.outbound]
    let states = [Call.State.ringing, .dialing, .waiting, .talking].map { signs.sign($0, nil) }
    let outcomes = [Call.Outcome.completed, .missed, .voicemail, .unknown].map {
      signs.sign(.ended, $0)
    }
    let all = marks + states + outcomes + [signs.sign(Agent.Activity.calling)]
    #expect(Set(all).count == all.count)
  }

  @Test func `ASCII is all that is drawn where it is wanted`() {
    let signs = Signs(ascii: true)
    for text in [signs.selected, signs.changed, signs.marked, signs.outbound, signs.toldLate] {
      #expect(text.unicodeScalars.allSatisfy { $0.isASCII })
    }
  }
}
