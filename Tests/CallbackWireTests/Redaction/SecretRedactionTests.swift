import Testing

@testable import CallbackWire

struct SecretRedactionTests {
  private func redacted(_ text: String, _ secret: String) throws -> String {
    try #require(SecretRedaction(secret)).redacted(text)
  }

  @Test(arguments: [
    ("a=s3cret-key&b", "a=***&b"), ("s3cret-key", "***"),
    ("s3cret-kes3cret-keys3cret-key", "s3cret-ke******"),
    ("nothing", "nothing"), ("", ""), ("s3cret-ke", "s3cret-ke"),
    ("x=s3cret%2dkey&y=%2D", "x=***&y=%2D"), ("%733cret%2Dke%79", "***"),
    ("p=a%26key%3Ds3cret-key", "p=a%26key%3D***"), ("%2573%33cret-key!", "***!"),
    ("%%373%33cret-key", "***"), ("{\"a\":\"\\u00733cret\\u002Dkey\"}", "{\"a\":\"***\"}"),
    ("\"{\\\"a\\\":\\\"\\\\u00733cret-key\\\"}\"", "\"{\\\"a\\\":\\\"***\\\"}\""),
    ("%5Cu00733cret-key", "***"), ("\\f%733cret-key", "\\f***"), ("%as\\u0033cret-key", "%a***"),
  ])
  func `a secret becomes three stars, however it is escaped`(
    _ text: String, _ expected: String
  ) throws {
    #expect(try redacted(text, "s3cret-key") == expected)
  }

  @Test func `a format's own characters may be in it`() throws {
    #expect(try redacted("a+b%2fc d+e", "a b/c d e") == "***")
    #expect(try redacted("x\\/y\\/zzzzzz", "x/y/zzzzzz") == "***")
    #expect(try redacted("100%25 s\\\\ure", "100% s\\ure") == "***")
    #expect(try redacted("\\ud83d\\ude00 smile%79", "😀 smiley") == "***")
    #expect(try redacted("%F0%9f\\u00e9", "longer than that") == "%F0%9f\\u00e9")
  }

  @Test(arguments: [("12345678", "CallFrom=09123456789"), ("completed", "Status=uncompleted")])
  func `a plain number or word is left within others`(_ secret: String, _ text: String) throws {
    let redaction = try #require(SecretRedaction(secret))
    #expect(redaction.redacted(text) == text)
    #expect(redaction.redacted("a=\(secret)&b") == "a=***&b")
  }

  @Test(arguments: [
    ("k=ab1&x", "k=***&x"), ("xab1", "xab1"), ("ab1x", "ab1x"), ("ab12", "ab12"),
    ("-ab1-", "-***-"), ("ab1", "***"), ("aab1 ab1", "aab1 ***"), ("k=%61b1", "k=***"),
    ("k=%78ab1", "k=%78ab1"),
  ])
  func `a short secret counts as a whole word alone`(
    _ text: String, _ expected: String
  ) throws {
    #expect(try redacted(text, "ab1") == expected)
  }

  @Test func `nothing is no secret`() { #expect(SecretRedaction("") == nil) }

  @Test func `what is no escape stays as it is`() throws {
    for text in ["%", "%6", "\\", "\\u", "\\u00", "\\ud83d", "\\ud83d\\u0041", "%%%", "%zz\\q"] {
      #expect(try redacted(text, "a-secret-of-many") == text)
      #expect(try redacted(text + "=a-secret-of-man%79" + text, "a-secret-of-many").contains("***"))
    }
  }

  @Test(arguments: 0..<1_000)
  func `no reader of what is left finds it`(_ seed: UInt64) throws {
    var source = EscapedSecret(seed: seed)
    let secret = source.secret()
    var text = ""
    for _ in 0..<(1 + source.below(3)) {
      text += source.pick(["a=", "&b=", "{\"x\":\"", " ", ".", "%3D", "\\\"", "é", "x"])
      text += source.escaped(secret)
      text += source.pick(["&", "\"}", " ", ".", "%26", "\\\"", "é", "\\n"])
    }
    let left = try redacted(text, secret)
    #expect(left.contains("***"), "\(secret)")
    let isFound = EscapedSecret.readings(of: left).contains {
      $0.firstRange(of: Array(secret.utf8)) != nil
    }
    #expect(!isFound, "\(secret)")
  }

  @Test(arguments: 0..<200)
  func `what does not hold it is left alone`(_ seed: UInt64) throws {
    var source = EscapedSecret(seed: seed)
    let text = source.escaped(source.secret()) + source.escaped(source.secret())
    #expect(try redacted(text, "another-secret-that-is-not-there") == text)
  }
}
