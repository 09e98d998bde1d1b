/// Finds all of many texts in one pass over another one (Aho and Corasick, 1975): what a pass costs
/// depends on what is read, not on how many texts are looked for.
struct TextAutomaton<Symbol: Hashable & Sendable>: Sendable {
  /// Where a pass stands.
  typealias State = Int32

  static var start: State { 0 }

  /// Numbers of the symbols that occur in any of the texts, from 1; 0 is any other one.
  private var numbers: [Symbol: Int32] = [:]
  /// For each state and symbol the next state.
  private var steps: [State] = []
  /// The marks of the texts that end in a state.
  private var marks: [UInt64] = []
  private var width = 1

  /// Each text with the marks that it leaves where it is found; an empty one is found anywhere.
  init(_ texts: [(symbols: [Symbol], marks: UInt64)]) {
    for symbol in texts.lazy.flatMap(\.symbols) where numbers[symbol] == nil {
      numbers[symbol] = Int32(numbers.count + 1)
    }
    width = numbers.count + 1
    addState()
    for (symbols, marks) in texts { add(symbols, marks) }
    linkStates()
  }

  private static var none: State { -1 }

  private mutating func addState() {
    steps.append(contentsOf: repeatElement(Self.none, count: width))
    marks.append(0)
  }

  private mutating func add(_ symbols: [Symbol], _ mark: UInt64) {
    var state = 0
    for symbol in symbols {
      let place = state * width + Int(numbers[symbol] ?? 0)
      if steps[place] == Self.none {
        steps[place] = State(marks.count)
        addState()
      }
      state = Int(steps[place])
    }
    marks[state] |= mark
  }

  /// Gives each state a step for every symbol: where no text goes on, that of the longest end of what
  /// was read which another text begins with.
  private mutating func linkStates() {
    var fallbacks = [Int](repeating: 0, count: marks.count)
    var queue = [0]
    var next = 0
    while next < queue.count {
      let state = queue[next]
      next += 1
      let fallback = fallbacks[state]
      // The fallback is shorter, and so has been here before.
      marks[state] |= marks[fallback]
      for symbol in 0..<width {
        let place = state * width + symbol
        let other = state == 0 ? 0 : steps[fallback * width + symbol]
        if steps[place] == Self.none {
          steps[place] = other
        } else {
          fallbacks[Int(steps[place])] = Int(other)
          queue.append(Int(steps[place]))
        }
      }
    }
  }

  /// The number of a symbol, for ``step(_:_:)``.
  func number(of symbol: Symbol) -> Int32 { numbers[symbol] ?? 0 }

  func step(_ state: State, _ number: Int32) -> State {
    steps[Int(state) * width + Int(number)]
  }

  /// The marks of the texts that end there.
  func marks(at state: State) -> UInt64 { marks[Int(state)] }
}
