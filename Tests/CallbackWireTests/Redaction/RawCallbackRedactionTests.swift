import Testing

@testable import CallbackWire

struct RawCallbackRedactionTests {
  private let key = SecretRedaction("s3cret-key")

  private func hidden(_ target: String, _ type: String? = nil, _ body: String = "") -> RawCallback {
    RawCallback(method: "POST", target: target, contentType: type, body: Array(body.utf8))
      .hidingKey(key)
  }

  @Test func `it is in no part of a callback`() {
    let raw = hidden(
      "http://u:s3cret-key@h/s3cret%2Dkey?key=wrong&a=s3cret-key", "x/s3cret-key",
      "{\"s3cret-key\":\"s3cret\\u002dkey\"}")
    #expect(raw.target == "http://u:***@h/***?key=***&a=***")
    #expect(raw.contentType == "x/***")
    #expect(String(decoding: raw.body, as: UTF8.self) == "{\"***\":\"***\"}")
  }

  @Test(arguments: [
    "application/x-www-form-urlencoded", "Application/X-WWW-Form-URLencoded; a=b", nil,
  ])
  func `the parameter of a form is masked by its name`(_ type: String?) {
    let raw = hidden("/exotel", type, "CallSid=a&Key=wrong")
    #expect(String(decoding: raw.body, as: UTF8.self) == "CallSid=a&Key=***")
  }

  @Test func `bodies of other types have no parameters`() {
    for (type, body) in [("text/plain", "a&key=wrong"), (nil, "{\"a\":\"&key=b\"}")] {
      #expect(hidden("/exotel", type, body).body == Array(body.utf8))
    }
  }

  @Test func `without a key the parameter is masked all the same`() {
    let raw = RawCallback(method: "GET", target: "/exotel?KEY=a").hidingKey(nil)
    #expect(raw.target == "/exotel?KEY=***")
  }
}
