import Testing

@testable import CallModel

@Suite struct CallFilterTests {
  @Test(arguments: [
    ("", ""), ("  ", ""), ("asha", "asha"), ("a b", "a b"), ("a and b", "a b"),
    ("a or b c", "a or b c"), ("(a or b) c", "(a or b) c"), ("a (b c)", "a b c"),
    ("(a or (b or c))", "a or b or c"), ("-a", "-a"), ("not a", "-a"), ("-(a b)", "-(a b)"),
    ("--a", "--a"), ("\"exact words\"", "\"exact words\""), ("\"one\"", "one"),
    ("\"or\" OR \"-x\"", "\"or\" or \"-x\""), ("STATE:Ringing", "state:ringing"),
    ("agent:\"Asha Rao\"", "agent:\"Asha Rao\""), ("ring>20", "ring>20s"),
    ("talk>=120s for<1h", "talk>=2m for<1h"), ("wait=90s", "wait=90s"), ("wait=3600", "wait=1h"),
    ("line:a:b", "line:a:b"), (#""say \"hi\" \\""#, #""say \"hi\" \\""#),
    ("state:Calling", "state:calling"), ("state:bot", "state:bot"),
    ("state:waiting?", "state:waiting?"),
    ("outcome:\"Not picked up\"", "outcome:\"not picked up\""),
    ("outcome:\"given up\"", "outcome:\"given up\""),
    ("state:ringing agent:asha -team:ops ring>20s", "state:ringing agent:asha -team:ops ring>20s"),
  ])
  func `a filter is printed in its shortest form`(_ text: String, _ printed: String) throws {
    let filter = try CallFilter(text)
    #expect(filter.description == printed)
    #expect(try CallFilter(printed) == filter)
  }

  @Test(arguments: [
    ("(a", 0, "')'"), ("a)", 1, "'('"), ("a or", 4, "missing"), ("or a", 0, "missing"),
    ("ended-by:caller", 9, "agent, customer, bot"),
    ("answered-by:bot", 12, "human, machine"), ("family:voice", 7, "contact-centre"),
    ("bridge:", 7, "needs a value"), ("ended:agent", 0, "ended-by"), ("a -", 2, "'-'"),
    ("- a", 0, "'-'"), ("()", 1, "missing"), ("foo:x", 0, "no key"),
    ("a state:", 8, "needs a value"), ("state:busy", 6, "ringing"),
    ("state:ended?", 6, "ringing"), ("outcome:\"picked up\"", 8, "given up"),
    ("outcome:", 8, "value"),
    ("ring>", 5, "time"), ("ring>soon", 5, "time"), ("foo>3", 0, "length of time"),
    ("\"a", 0, "closing quote"), ("a \"\"", 2, "nothing"), (#""a\b""#, 2, "backslash"),
    (#"a\b"#, 0, "backslash"), ("anomaly:odd", 8, "late"), ("not", 3, "missing"),
  ])
  func `what is wrong is told with its place`(_ text: String, _ place: Int, _ word: String) {
    let error = #expect(throws: CallFilterError.self) { try CallFilter(text) }
    #expect(error?.position == place)
    #expect(error?.message.contains(word) == true, "\(error?.message ?? "")")
  }

  @Test func `endless filters are refused`() {
    let deep = String(repeating: "(", count: 900) + "a" + String(repeating: ")", count: 900)
    #expect(throws: CallFilterError.self) { try CallFilter(deep) }
    #expect(throws: CallFilterError.self) {
      try CallFilter(String(repeating: "-", count: 99) + "a")
    }
    #expect(throws: CallFilterError.self) { try CallFilter(String(repeating: "a", count: 2_001)) }
  }

  @Test(arguments: ["z", "-z", "z or", "(state:ringing or ring>5s)"])
  func `of more than 50 terms the first one too many is named`(_ term: String) throws {
    let perTerm = term.hasPrefix("(") ? 2 : 1
    let most = Array(repeating: term, count: 50 / perTerm).joined(separator: " ")
    let text = most.hasSuffix("or") ? String(most.dropLast(3)) : most
    #expect(try CallFilter(text).description.isEmpty == false)
    let error = #expect(throws: CallFilterError.self) { try CallFilter("\(most) more") }
    #expect(error?.position == most.count + 1)
    #expect(error?.message.contains("at most 50 terms") == true)
  }

  @Test func `printed and read again, any filter is the same`() throws {
    var random = Generator()
    for _ in 0..<3_000 {
      let filter = random.filter(depth: 4)
      #expect(try CallFilter(filter.description) == filter, "\(filter)")
    }
  }

  @Test func `no text traps`() {
    var random = Generator()
    for _ in 0..<5_000 {
      if let filter = try? CallFilter(random.text(of: " ()\"\\-:<>=ao1smhéx\n")) {
        #expect((try? CallFilter(filter.description)) == filter)
      }
    }
  }

  /// Makes filters, as parsing would.
  private struct Generator {
    var random = SystemRandomNumberGenerator()

    mutating func filter(depth: Int) -> CallFilter {
      switch Int.random(in: 0..<(depth > 0 ? 6 : 3), using: &random) {
      case 0: return .words(SearchText(text(of: "ab \"\\-:<>=()é0or")))
      case 1: return field()
      case 2: return measure()
      case 3: return .not(filter(depth: depth - 1))
      case 4: return .joining(all: filters(depth - 1))
      default: return .joining(either: filters(depth - 1))
      }
    }

    private mutating func filters(_ depth: Int) -> [CallFilter] {
      (0..<Int.random(in: 2...3, using: &random)).map { _ in filter(depth: depth) }
    }

    private mutating func field() -> CallFilter {
      let field = CallFilter.Field.allCases.randomElement(using: &random) ?? .sid
      let value = field.values?.randomElement(using: &random)
      return .field(field, SearchText(value ?? text(of: "ab \"\\-:<>=()é0")))
    }

    private mutating func measure() -> CallFilter {
      let measure = CallFilter.Measure.allCases.randomElement(using: &random) ?? .ring
      let comparison = CallFilter.Comparison.allCases.randomElement(using: &random) ?? .more
      let seconds = [0, 7, 60, 61, 3_600, 86_400].randomElement(using: &random) ?? 0
      return .measure(measure, comparison, .seconds(seconds))
    }

    mutating func text(of letters: String) -> String {
      let letters = Array(letters)
      return String(
        (0..<Int.random(in: 1...8, using: &random)).map { _ in
          letters.randomElement(using: &random) ?? "a"
        })
    }
  }
}
