import Testing

@testable import CallboardCommands

@Suite struct ArgumentWordsTests {
  @Test(arguments: [
    (["watch", "--config", "a.yaml"], "a.yaml"), (["--config=b.yaml"], "b.yaml"),
    (["--config", "a", "--config", "b"], "b"), (["--config="], ""),
    (["--config"], nil), (["--config", "--port"], nil), (["--configure", "a"], nil),
    (["--", "--config", "a"], nil),
  ])
  func `the value of an option is found before anything is parsed`(
    _ arguments: [String], _ value: String?
  ) {
    #expect(ArgumentWords(arguments).value(of: "config") == value)
  }

  @Test func `options are named in each of their forms`() {
    let words = ArgumentWords(["watch", "--port=1", "--bind", "--no-ascii", "--", "--key"])
    for name in ["port", "bind", "ascii"] { #expect(words.name(name), "\(name)") }
    for name in ["key", "por", "watch"] { #expect(!words.name(name), "\(name)") }
  }
}
