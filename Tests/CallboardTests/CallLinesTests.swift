import Testing

@testable import callboard

@Suite struct CallLinesTests {
  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""),
    ("two\nlines", "\"two\nlines\""), ("", ""), ("+919812300001", "+919812300001"),
    ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("+1-1", "'+1-1"), ("-2", "'-2"),
  ])
  func `a field of CSV is quoted, and no formula`(_ field: String, _ quoted: String) {
    #expect(CallLines.quoted(field) == quoted)
  }
}
