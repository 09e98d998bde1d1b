import CallModel
import Testing

@testable import BoardScreen

@Suite struct NumberSpellingTests {
  private let signs = Signs(ascii: false)

  private func shown(_ spelling: String, isMasked: Bool = false) -> String {
    var agent = Agent(
      number: PhoneNumber(spelling, country: .india), name: nil, team: nil, activity: .idle)
    if isMasked { agent = agent.masked }
    return CallWords.number(agent.number, signs)
  }

  @Test func `a number has one spelling on the screen, however it came`() {
    for spelling in ["+919880000001", "919880000001", "09880000001", "9880000001", "098800 00001"] {
      #expect(shown(spelling) == "+91 98800 00001")
      #expect(shown(spelling, isMasked: true) == shown("+919880000001", isMasked: true))
      #expect(!shown(spelling, isMasked: true).contains("00000"))
    }
  }

  @Test func `what is no number of the country stays as it is`() {
    for spelling in ["+91886799xxxx", "sip:asha@example.com", "204", "asha@example.com"] {
      #expect(shown(spelling) == spelling)
    }
    #expect(shown("+14155550100") == "+14155550100")
  }
}
