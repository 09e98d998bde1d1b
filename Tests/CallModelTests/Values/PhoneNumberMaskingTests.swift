import Testing

@testable import CallModel

@Suite struct PhoneNumberMaskingTests {
  @Test(arguments: [
    ("+919812345001", "+91981xxxx001"), ("09812345001", "+91981xxxx001"),
    ("098123 45001", "+91981xxxx001"), ("1234567", "xxxx567"), ("123456", "xxxxx6"), ("7", "7"),
    ("sip:asha@exotel.com", "sip:xxxx"), ("", ""),
  ])
  func `four digits are hidden, of short numbers all but one`(_ number: String, _ masked: String) {
    #expect(PhoneNumber(number, country: .india).masked.text == masked)
  }

  @Test(arguments: [
    ("CallFrom=%2B919812345001&To=08044556678", "CallFrom=%2B91981xxxx001&To=0804xxxx678"),
    ("{\"From\":\"+919812345001\"}", "{\"From\":\"+91981xxxx001\"}"),
    ("2026-11-23 14:03:22", "2026-11-23 14:03:22"),
    ("Created=2026-11-23+14%3A03%3A22", "Created=2026-11-23+14%3A03%3A22"),
    ("From=098123+45678", "From=0981xx+xx678"), ("098123%2045678", "0981xx xx678"),
    ("+91-98123-45678", "+91-981xx-xx678"), ("cust9812345678", "cust981xxxx678"),
    ("on 2026-11-23 9812345678", "on 2026-11-23 981xxxx678"), ("12 34 56", "12 34 56"),
    ("sid 054cfcd8910389ff64882d8e2525", "sid 054cfcd8910389ff64882d8e2525"), ("", ""),
  ])
  func `numbers within a text are masked, sids and times are not`(_ text: String, _ masked: String)
  {
    #expect(PhoneNumber.masking(numbersIn: text) == masked)
  }
}
