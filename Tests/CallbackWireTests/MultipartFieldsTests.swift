import CallbackWire
import Testing

struct MultipartFieldsTests {
  private func read(_ text: String, boundary: String = "B") throws -> [String] {
    var fields = CollectedFields()
    try MultipartFields.read(
      Array(text.utf8).span, boundary: Array(boundary.utf8), into: &fields)
    return fields.pairs
  }

  private let part = "Content-Disposition: form-data; name=\"a\"\r\n\r\n"

  @Test func `every part is a field`() throws {
    let body =
      "--B\r\n\(part)1\r\n--B\r\nContent-Disposition: form-data; name=\"Legs[0][Status]\"\r\n"
      + "Content-Type: text/plain; charset=utf-8\r\n\r\n2\r\n--B--\r\n"
    #expect(try read(body) == ["a=1", "Legs[0][Status]=2"])
  }

  @Test(arguments: [
    ("--B\n{p}1\n--B--", ["a=1"]),
    ("preamble\r\n--B\r\n{p}1\r\n--B--\r\nepilogue", ["a=1"]),
    ("--B  \r\n{p}1\r\n--B--", ["a=1"]),
    ("--B\r\n{p}\r\n--B--", ["a="]),
    ("--B\r\n{p}--B--", ["a="]),
    ("--B\r\n{p}x\r\ny\r\n\r\n--B--", ["a=x\r\ny\r\n"]),
    ("--B\r\n{p}--Bx\r\n--B--", ["a=--Bx"]),
    ("--B\r\nX: 1\r\n{p}1\r\n--B--", ["a=1"]),
    ("--B--", []),
  ])
  func `the frame may vary`(body: String, expected: [String]) throws {
    let body = body.split(separator: "{p}", omittingEmptySubsequences: false)
      .joined(separator: part)
    #expect(try read(body) == expected)
  }

  @Test(arguments: [
    ("name=a", "a="), ("name=\"a;b\"", "a;b="), ("name=\"a\\\"b\"", "a\"b="),
    ("filename=\"f\"; name=\"a\"", "a="), ("NAME=a", "a="), ("name=\"\"", "="),
  ])
  func `the name is found among the parameters`(parameter: String, expected: String) throws {
    let body = "--B\r\ncontent-disposition:form-data; \(parameter)\r\n\r\n\r\n--B--"
    #expect(try read(body) == [expected])
  }

  @Test(arguments: [
    "", "--", "--C\r\n--C--", "--B", "--B\r\n", "--B\r\nX: y\r\n\r\n1\r\n--B--",
    "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n",
    "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--B",
    "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n",
    "--B\r\nContent-Disposition: form-data\r\n\r\n1\r\n--B--",
  ])
  func `a broken frame is refused`(body: String) throws {
    #expect(throws: CallbackDecodingError.self) { try read(body) }
  }

  private func decodeError(_ contentType: String) -> CallbackDecodingError? {
    let raw = RawCallback(
      method: "POST", target: "/", contentType: contentType, body: Array("--B--".utf8))
    return #expect(throws: CallbackDecodingError.self) { try CallbackDecoder().decode(raw) }
  }

  @Test func `the boundary comes from the content type`() {
    #expect(decodeError("multipart/form-data") == .noBoundary)
    #expect(decodeError("multipart/form-data; boundary=") == .noBoundary)
    #expect(decodeError("multipart/form-data; boundary=B") == .missingSid(came: []))
    #expect(decodeError("Multipart/Form-Data; charset=x; Boundary=\"B\"") == .missingSid(came: []))
    #expect(
      decodeError("multipart/form-data; boundary=C")
        == .badMultipart(byte: 0, expected: "a line with the boundary"))
  }
}
