/// What a filter looks for in texts, each with a mark of its own, prepared so that one pass over a
/// text finds all of it.
final class FilterTerms: Sendable {
  typealias Marks = UInt64

  /// One thing that is looked for.
  struct Term: Hashable {
    /// Nil for words without a key.
    var field: CallFilter.Field?
    var text: SearchText
  }

  /// For the bytes of ASCII texts.
  private let bytes: TextAutomaton<UInt8>
  /// The number in `bytes` of each byte, upper and lower case alike.
  private let byteNumbers: [Int32]
  /// For texts with other characters: one may be spelled in several ways.
  private let characters: TextAutomaton<Character>
  /// False where none of those can be in a text that is all ASCII.
  private let hasASCIICharacters: Bool
  /// For the digits of numbers: as they are spelled, and in their international form.
  private let spelled: TextAutomaton<UInt8>
  private let international: TextAutomaton<UInt8>
  private let digitNumbers: (spelled: [Int32], international: [Int32])
  /// Beginnings of international numbers, without their `+`.
  private let beginnings: [(digits: [UInt8], mark: Marks)]
  private let ids: [(field: CallFilter.Field, text: String, mark: Marks)]
  private let words: [(field: CallFilter.Field, text: String, mark: Marks)]
  /// For each set of scopes the marks that a text in it may leave.
  private let marksOfScopes: [Marks]
  private let marks: (ascii: Marks, others: Marks, digits: Marks)

  /// At most 64.
  init(_ terms: [Term]) {
    var made = Sorted()
    for (place, term) in terms.enumerated() { made.add(term, 1 << UInt64(place)) }
    let (bytes, spelled) = (TextAutomaton(made.ascii), TextAutomaton(made.spelled))
    let international = TextAutomaton(made.international)
    self.bytes = bytes
    self.spelled = spelled
    self.international = international
    characters = TextAutomaton(made.others)
    // A few characters are spellings of one in ASCII, as U+037E of a semicolon.
    let ascii = Set((0..<0x80).map { Character(Unicode.Scalar(UInt8($0))) })
    hasASCIICharacters = made.others.contains { $0.symbols.allSatisfy(ascii.contains) }
    byteNumbers = (0...UInt8.max).map { bytes.number(of: $0.lowercase) }
    digitNumbers = (
      (0...UInt8.max).map(spelled.number), (0...UInt8.max).map(international.number)
    )
    (beginnings, ids, words) = (made.beginnings, made.ids, made.words)
    marks = (
      made.ascii.reduce(0) { $0 | $1.marks }, made.others.reduce(0) { $0 | $1.marks }, made.digits
    )
    marksOfScopes = (0..<FilterScope.combinations).map { set in
      made.scopes.reduce(0) { $1.scope.rawValue & UInt8(set) == 0 ? $0 : $0 | $1.mark }
    }
  }

  func marks(of scope: FilterScope) -> Marks { marksOfScopes[Int(scope.rawValue)] }

  /// What of `wanted` is found in a text.
  func found(in text: String, wanted: Marks) -> Marks {
    var found: Marks = 0
    if wanted & marks.ascii != 0 {
      found |= Self.read(text, bytes) { byteNumbers[Int($0)] }
    }
    guard wanted & marks.others != 0, hasASCIICharacters || !text.isASCII else {
      return found & wanted
    }
    var state = TextAutomaton<Character>.start
    found |= characters.marks(at: state)
    for character in text.lowercased() {
      state = characters.step(state, characters.number(of: character))
      found |= characters.marks(at: state)
    }
    return found & wanted
  }

  /// What of `wanted` is found in a number: digits however they are spelled, all else as in a text.
  func found(in number: PhoneNumber, wanted: Marks) -> Marks {
    let texts = wanted & ~marks.digits
    var found = texts == 0 ? 0 : self.found(in: number.text, wanted: texts)
    guard wanted & marks.digits != 0 else { return found }
    let numbers = digitNumbers
    found |= Self.read(number.text, spelled) { $0.isDigit ? numbers.spelled[Int($0)] : nil }
    found |= Self.read(number.key, international) {
      $0.isDigit ? numbers.international[Int($0)] : nil
    }
    let key = number.key.utf8
    if !beginnings.isEmpty, key.first == UInt8(ascii: "+") {
      for (digits, mark) in beginnings where key.dropFirst().starts(with: digits) { found |= mark }
    }
    return found & wanted
  }

  /// The terms that want an id which begins so.
  func found(id: String, in field: CallFilter.Field) -> Marks {
    guard !ids.isEmpty else { return 0 }
    let folded = id.lowercased()
    return ids.reduce(0) {
      $1.field == field && folded.hasPrefix($1.text) ? $0 | $1.mark : $0
    }
  }

  /// The terms that want this word, and no other one.
  func found(word: String, in field: CallFilter.Field) -> Marks {
    words.reduce(0) { $1.field == field && $1.text == word ? $0 | $1.mark : $0 }
  }

  /// Bytes for which `number` gives nil are passed over.
  private static func read(
    _ text: String, _ automaton: TextAutomaton<UInt8>, _ number: (UInt8) -> Int32?
  ) -> Marks {
    func read(_ bytes: some Sequence<UInt8>) -> Marks {
      var state = TextAutomaton<UInt8>.start
      var found = automaton.marks(at: state)
      for byte in bytes {
        guard let number = number(byte) else { continue }
        state = automaton.step(state, number)
        found |= automaton.marks(at: state)
      }
      return found
    }
    return text.utf8.withContiguousStorageIfAvailable(read) ?? read(text.utf8)
  }
}

/// Terms by the way in which they are looked for.
private struct Sorted {
  var ascii: [(symbols: [UInt8], marks: UInt64)] = []
  var others: [(symbols: [Character], marks: UInt64)] = []
  var spelled: [(symbols: [UInt8], marks: UInt64)] = []
  var international: [(symbols: [UInt8], marks: UInt64)] = []
  var beginnings: [(digits: [UInt8], mark: UInt64)] = []
  var ids: [(field: CallFilter.Field, text: String, mark: UInt64)] = []
  var words: [(field: CallFilter.Field, text: String, mark: UInt64)] = []
  var scopes: [(scope: FilterScope, mark: UInt64)] = []
  /// Those of numbers.
  var digits: UInt64 = 0

  mutating func add(_ term: FilterTerms.Term, _ mark: UInt64) {
    switch term.field {
    case .sid, .campaign, .bridge:
      if let field = term.field { ids.append((field, term.text.folded, mark)) }
    case .state, .outcome, .source, .anomaly, .endedBy, .answeredBy, .family:
      if let field = term.field { words.append((field, term.text.text, mark)) }
    case nil: add(term.text, .words, mark)
    case .agent: add(term.text, .agent, mark)
    case .team: add(term.text, .team, mark)
    case .line: add(term.text, .line, mark)
    case .number: add(term.text, .number, mark)
    case .from: add(term.text, .from, mark)
    case .to: add(term.text, .to, mark)
    }
  }

  private mutating func add(_ text: SearchText, _ scope: FilterScope, _ mark: UInt64) {
    scopes.append((scope, mark))
    let folded = text.folded
    if folded.utf8.allSatisfy({ $0 < 0x80 }) {
      ascii.append((Array(folded.utf8), mark))
    } else {
      others.append((Array(folded), mark))
    }
    let digits = text.digits
    guard !digits.isEmpty else { return }
    self.digits |= mark
    guard !text.hasPlus else {
      beginnings.append((digits, mark))
      return
    }
    spelled.append((digits, mark))
    // What is dialed before a number (0, 00) is no part of its international form.
    let significant = digits.drop { $0 == UInt8(ascii: "0") }
    if !significant.isEmpty { international.append((Array(significant), mark)) }
  }
}

extension String {
  fileprivate var isASCII: Bool {
    utf8.withContiguousStorageIfAvailable { $0.allSatisfy { $0 < 0x80 } } ?? false
  }
}

extension UInt8 {
  fileprivate var lowercase: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}
