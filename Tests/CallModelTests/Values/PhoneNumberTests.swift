import CallModel
import Testing

struct PhoneNumberTests {
  private func key(_ text: String, _ country: Country) -> String {
    PhoneNumber(text, country: country).key
  }

  @Test(arguments: [
    "+919812345678", "919812345678", "09812345678", "9812345678", "098123 45678",
    " 919812345678", "+91 98123-45678", "(098123) 45678", "00919812345678", " 09812345678 ",
    "+09812345678",
  ])
  func `the spellings of an Indian number are one number`(text: String) {
    #expect(key(text, .india) == "+919812345678")
  }

  @Test(arguments: [
    (Country.india, "08044556678", "+918044556678"), (.india, "8044556678", "+918044556678"),
    (.singapore, "+6581234567", "+6581234567"), (.singapore, "6581234567", "+6581234567"),
    (.singapore, "81234567", "+6581234567"), (.singapore, "65812345", "+6565812345"),
    (.indonesia, "081234567890", "+6281234567890"), (.indonesia, "6281234567890", "+6281234567890"),
    (.indonesia, "81234567890", "+6281234567890"), (.indonesia, "0211234567", "+62211234567"),
    (.malaysia, "0123456789", "+60123456789"), (.malaysia, "60123456789", "+60123456789"),
    (.malaysia, "0312345678", "+60312345678"), (.malaysia, "01112345678", "+601112345678"),
    (.philippines, "09171234567", "+639171234567"), (.philippines, "639171234567", "+639171234567"),
    (.philippines, "9171234567", "+639171234567"), (.philippines, "0281234567", "+63281234567"),
    (.emirates, "0501234567", "+971501234567"), (.emirates, "971501234567", "+971501234567"),
    (.emirates, "041234567", "+97141234567"), (.emirates, "97141234567", "+97141234567"),
    (.saudiArabia, "0512345678", "+966512345678"), (.saudiArabia, "966512345678", "+966512345678"),
    (.saudiArabia, "512345678", "+966512345678"), (.unitedStates, "4155550100", "+14155550100"),
    (.unitedStates, "14155550100", "+14155550100"),
    (.unitedStates, "(415) 555-0100", "+14155550100"),
    (.unitedStates, "+1 415 555 0100", "+14155550100"),
  ])
  func `each country has its code, trunk digit and lengths`(
    country: Country, text: String, expected: String
  ) {
    #expect(key(text, country) == expected)
  }

  @Test(arguments: Country.allCases)
  func `international numbers are the same everywhere`(country: Country) {
    #expect(key("+442079460000", country) == "+442079460000")
    #expect(key(" 442079460000", country) == "+442079460000")
    #expect(key("00442079460000", country) == "+442079460000")
    #expect(key("+44 20 7946 0000", country) == "+442079460000")
  }

  @Test(arguments: [
    "204", "sip:asha@example.com", "+91886799xxxx", "0113083xxxx", "asha", "", "+", "18001234567",
    "1+2", "++91", "9812345678,1", "+१२३",
  ])
  func `what is no full number is matched as it stands`(text: String) {
    #expect(PhoneNumber(text, country: .india).text == text)
    #expect(key(text, .india) == text)
  }

  @Test func `the text keeps the spelling, without blanks around it`() {
    #expect(PhoneNumber(" 098123 45678\t", country: .india).text == "098123 45678")
    #expect(PhoneNumber("919812345678", country: .india).text == "919812345678")
  }

  @Test func `a blank that was a plus is shown as one`() {
    #expect(PhoneNumber(" 919812345678", country: .india).text == "+919812345678")
    #expect(PhoneNumber(" sip:asha", country: .india).text == "sip:asha")
    #expect(PhoneNumber("  ", country: .india).text == "")
  }

  @Test func `short numbers lose their separators only`() {
    #expect(key("2-04", .india) == "204")
    #expect(key("+0204", .india) == "0204")
    #expect(key("001234567", .india) == "001234567")
  }
}
