import CallbackWire
import Testing

struct JSONFieldsTests {
  private func read(_ text: String) throws -> [String] {
    var fields = CollectedFields()
    try JSONFields.read(Array(text.utf8).span, into: &fields)
    return fields.pairs
  }

  @Test(arguments: [
    ("{}", []), (" {\"a\" : \"b\"}\n", ["a=b"]), ("{\"a\":null}", ["a="]),
    ("{\"a\":true,\"b\":false}", ["a=true", "b=false"]),
    ("{\"a\":-1.50e+3,\"b\":0}", ["a=-1.50e+3", "b=0"]),
    (
      "{\"Legs\":[{\"Status\":\"x\"},{\"Insights\":{\"Status\":\"y\"}}]}",
      ["Legs[0][Status]=x", "Legs[1][Insights][Status]=y"]
    ),
    ("{\"Legs\":[]}", ["Legs="]), ("{\"Legs\":[{},null]}", ["Legs[0]=", "Legs[1]="]),
    ("{\"a\":{\"b\":[[1],2]},\"c\":3}", ["a[b][0][0]=1", "a[b][1]=2", "c=3"]),
    ("{\"a\":\"1\",\"a\":\"2\"}", ["a=1", "a=2"]),
    ("{\"a\":\"\\u00e9\\ud83d\\ude00\\n\\\"\\/\"}", ["a=é😀\n\"/"]),
    ("{\"\\u0061\":1}", ["a=1"]), ("\u{FEFF}{\"a\":1}", ["a=1"]),
  ])
  func `objects become flat fields`(text: String, expected: [String]) throws {
    #expect(try read(text) == expected)
  }

  @Test(arguments: [
    ("", 0, "an object, which begins with {"), ("[1]", 0, "an object, which begins with {"),
    ("\"a\"", 0, "an object, which begins with {"), ("{", 1, "a member's name in double quotes"),
    ("{\"a\"}", 4, ":"), ("{\"a\":}", 5, "a value"), ("{\"a\":1", 6, ", or }"),
    ("{\"a\":1,}", 7, "a member's name in double quotes"), ("{\"a\":[1,]}", 8, "a value"),
    ("{\"a\":[1}", 7, ", or ]"), ("{\"a\":1}x", 7, "nothing after the object"),
    ("{\"a\":01}", 6, ", or }"), ("{\"a\":-}", 6, "a digit"), ("{\"a\":1.}", 7, "a digit"),
    ("{\"a\":.5}", 5, "a value"), ("{\"a\":1e}", 7, "a digit"), ("{\"a\":nul}", 5, "a value"),
    ("{\"a\":True}", 5, "a value"), ("{\"a\":NaN}", 5, "a value"),
    ("{'a':1}", 1, "a member's name in double quotes"),
    ("{\"a\":\"b}", 8, "a double quote at the end of the string"),
    ("{\"a\":\"b\nc\"}", 7, "an escape instead of a control character"),
    ("{\"a\":\"\\x\"}", 7, "one of \" \\ / b f n r t u after a backslash"),
    ("{\"a\":\"\\u12G4\"}", 10, "four hexadecimal digits"),
    ("{\"a\":\"\\ud800\"}", 12, "the second half of a surrogate pair"),
    ("{\"CallSid\": \"x\", \"EventType\": “answered\"}", 30, "a value"),
  ])
  func `what is wrong is named with its byte`(text: String, byte: Int, expected: String) {
    #expect(throws: CallbackDecodingError.badJSON(byte: byte, expected: expected)) {
      try read(text)
    }
  }

  @Test func `text that is not UTF-8 is refused where it begins`() {
    var fields = CollectedFields()
    let bytes = Array("{\"a\":\"é".utf8) + [0xC3, 0x28] + Array("\"}".utf8)
    #expect(throws: CallbackDecodingError.badJSON(byte: 8, expected: "UTF-8")) {
      try JSONFields.read(bytes.span, into: &fields)
    }
  }

  @Test func `sixteen levels are taken, seventeen are not`() throws {
    func nested(_ depth: Int) -> String {
      "{\"a\":" + String(repeating: "[", count: depth - 1)
        + String(repeating: "]", count: depth - 1) + "}"
    }
    #expect(try read(nested(16)).count == 1)
    #expect(throws: CallbackDecodingError.tooDeep(byte: 20)) { try read(nested(17)) }
    #expect(throws: CallbackDecodingError.tooDeep(byte: 20)) { try read(nested(30_000)) }
  }
}
