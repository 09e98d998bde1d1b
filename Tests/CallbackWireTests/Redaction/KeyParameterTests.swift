import Testing

@testable import CallbackWire

struct KeyParameterTests {
  @Test(arguments: [
    ("CallSid=a&key=s3cret&From=1", "CallSid=a&key=***&From=1"),
    ("key=a&k%65y=b", "key=***&k%65y=***"), ("KEY=a&Key=&kEy", "KEY=***&Key=***&kEy=***"),
    ("%6bey=a=b&&x=%4B%45%59", "%6bey=***&&x=%4B%45%59"), ("%256b%2565y=a", "%256b%2565y=***"),
    ("key=", "key=***"), ("&key=a&", "&key=***&"),
  ])
  func `its value is masked, however its name is written`(_ form: String, _ masked: String) {
    #expect(KeyParameter.masked(Array(form.utf8)) == Array(masked.utf8))
  }

  @Test(arguments: ["", "monkey=1", "keys=1", "ke=1", "a=key", "%=key=1", "key%20=1", "k=e&y=1"])
  func `others are not`(_ form: String) {
    #expect(KeyParameter.masked(Array(form.utf8)) == nil)
  }

  @Test func `it may begin behind a path`() {
    let target = Array("/key=a?key=b".utf8)
    #expect(KeyParameter.masked(target, from: 7) == Array("/key=a?key=***".utf8))
  }

  @Test func `a masked one is known`() {
    for pair in ["key=***", "KEY=***", "k%45y=***"] {
      #expect(KeyParameter.isMasked(Substring(pair)))
    }
    for pair in ["key=**", "key", "kez=***", "key=***x", ""] {
      #expect(!KeyParameter.isMasked(Substring(pair)))
    }
  }
}
