import Yams

/// What is wrong with a YAML text, all of it at once.
struct YAMLFaults: Error, CustomStringConvertible {
  /// One of them; without a place where the text cannot be read at all.
  struct Fault: Sendable, CustomStringConvertible {
    var mark: Mark?
    var words: String

    var description: String {
      mark.map { "line \($0.line), column \($0.column): \(words)" } ?? words
    }
  }

  /// In the order of their places.
  let all: [Fault]

  init(_ faults: [Fault]) {
    func place(_ fault: Fault) -> (Int, Int) { (fault.mark?.line ?? 0, fault.mark?.column ?? 0) }
    all = faults.sorted { place($0) < place($1) }
  }

  /// A text that is no YAML.
  init(_ error: YamlError) {
    let fault =
      switch error {
      case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        Fault(mark: mark, words: problem)
      case .duplicatedKeysInMapping(let names, let context):
        Fault(mark: context.mark, words: "'\(names.joined(separator: "', '"))' is there twice")
      case .reader(let problem, _, _, _): Fault(words: problem)
      case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
        Fault(words: "it is no YAML: \(error)")
      }
    all = [fault]
  }

  /// A line for each.
  var description: String { all.map(\.description).joined(separator: "\n") }

  /// A line for each, all of them with the `file` in which they are.
  func description(in file: String) -> String {
    all.map { "\(file): \($0)" }.joined(separator: "\n")
  }
}
