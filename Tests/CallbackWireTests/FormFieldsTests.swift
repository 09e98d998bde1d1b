import CallbackWire
import Testing

struct FormFieldsTests {
  private func read(_ text: String) -> [String] {
    var fields = CollectedFields()
    FormFields.read(Array(text.utf8).span, into: &fields)
    return fields.pairs
  }

  @Test(arguments: [
    ("", []), ("&&", []), ("a", ["a="]), ("a=", ["a="]), ("=a", ["=a"]),
    ("a=1&b=2", ["a=1", "b=2"]), ("a=1&&b=2&", ["a=1", "b=2"]), ("a=b=c", ["a=b=c"]),
    ("a+b=c+d", ["a b=c d"]), ("a=%2B%20%26%3d", ["a=+ &="]),
    ("Legs%5B0%5D%5BStatus%5D=x", ["Legs[0][Status]=x"]),
    ("a=1?b=2", ["a=1?b=2"]), ("%61%3Db=c", ["a=b=c"]),
  ])
  func `pairs are split and unescaped`(text: String, expected: [String]) {
    #expect(read(text) == expected)
  }

  @Test(arguments: [
    ("a=%", "a=%"), ("a=%4", "a=%4"), ("a=%zz", "a=%zz"), ("a=100%&b=1", "a=100%"),
    ("a=%%41", "a=%A"), ("a=%4%41", "a=%4A"),
  ])
  func `a percent sign that begins no escape stands for itself`(
    text: String, expected: String
  ) {
    #expect(read(text).first == expected)
  }

  @Test func `bytes that are not UTF-8 are repaired, not refused`() throws {
    let callback = try decode("CallSid=1&Status=busy&DialWhomNumber=9&CustomField=a%FFb%C3%A9")
    #expect(callback.customField == "a\u{FFFD}bé")
  }
}
