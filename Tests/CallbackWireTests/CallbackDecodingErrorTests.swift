import CallbackWire
import Testing

struct CallbackDecodingErrorTests {
  @Test(arguments: [
    (CallbackDecodingError.missingSid(came: []), 400, "no fields came"),
    (.sidTooLong(129), 400, "129"),
    (.sidCharacter(3), 400, "position 3"), (.missingSid(came: ["a", "b"]), 400, "a, b"),
    (.badJSON(byte: 17, expected: "a value"), 400, "byte 17: expected a value"),
    (.tooDeep(byte: 20), 400, "at most 16"), (.noBoundary, 400, "boundary"),
    (.badMultipart(byte: 4, expected: "x"), 400, "byte 4"),
    (.unsupportedContentType("text/xml"), 415, "text/xml"), (.bodyTooLarge(65_537), 413, "65537"),
  ])
  func `each error has its status and says what is wrong`(
    error: CallbackDecodingError, status: Int, text: String
  ) {
    #expect(error.httpStatus == status)
    #expect(error.description.contains(text))
  }

  @Test func `a content type is cleaned before it is shown`() {
    let error = CallbackDecodingError.unsupportedContentType("a\u{1B}[31m/b")
    #expect(error.description.hasPrefix("Content-Type a/b is not taken"))
  }
}
