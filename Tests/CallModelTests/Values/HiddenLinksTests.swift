import Testing

@testable import CallModel

@Suite struct HiddenLinksTests {
  @Test(arguments: [
    ("", ""), ("https", "https"), ("http:/x", "http:/x"),
    ("RecordingUrl=https://s3.example/a.mp3&CallSid=c1", "RecordingUrl=https://***&CallSid=c1"),
    ("RecordingUrl=https%3A%2F%2Fs3.example%2Fa.mp3&x=1", "RecordingUrl=https%3A%2F%2F***&x=1"),
    ("{\"RecordingUrl\":\"https:\\/\\/s3\\/a.mp3\"}", "{\"RecordingUrl\":\"https:\\/\\/***\"}"),
    ("passthru=x%3Dhttp%253A%252F%252Fs3%252Fa", "passthru=x%3Dhttp%253A%252F%252F***"),
    ("HTTP://A/b\nnext", "HTTP://***\nnext"),
    ("two https://a/1 https://b/2", "two https://*** https://***"),
    ("/exotel?CallSid=c1", "/exotel?CallSid=c1"),
  ])
  func `an address is hidden in every spelling`(_ text: String, _ hidden: String) {
    #expect(text.hidingLinks == hidden)
  }
}
