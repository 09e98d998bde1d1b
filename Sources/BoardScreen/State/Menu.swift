/// A few things to choose from, drawn over the view.
struct Menu: Hashable, Sendable {
  enum Choice: Hashable, Sendable {
    case copyNumber, copySid, copyJSON
    case save(FrameFormat)
    case export(ExportFormat)
    /// Show or hide a column.
    case column(String)
  }

  struct Item: Hashable, Sendable {
    /// Chooses it at once; nil in a list of columns.
    var key: Character?
    var words: String
    var choice: Choice
  }

  var title: String
  var items: [Item]
  var selected = 0
  /// The list whose columns are chosen; nil for any other menu.
  var columns: ListKind?

  static let copy = Menu(
    title: "Copy",
    items: [
      Item(key: "n", words: "number", choice: .copyNumber),
      Item(key: "s", words: "sid", choice: .copySid),
      Item(key: "j", words: "JSON", choice: .copyJSON),
    ])

  static let save = Menu(
    title: "Save the screen as",
    items: FrameFormat.allCases.map { format in
      Item(key: format.rawValue.first, words: format.words, choice: .save(format))
    })

  static let export = Menu(
    title: "Export as",
    items: ExportFormat.allCases.map { format in
      Item(key: format.rawValue.first, words: format.words, choice: .export(format))
    })

  mutating func move(by lines: Int) {
    selected = min(max(selected + lines, 0), max(items.count - 1, 0))
  }

  var choice: Choice? { items.indices.contains(selected) ? items[selected].choice : nil }
}

/// What a screen can be saved as; the raw value ends the file's name.
package enum FrameFormat: String, Hashable, Sendable, CaseIterable {
  case text = "txt"
  case svg, html

  var words: String {
    switch self {
    case .text: "text"
    case .svg: "SVG"
    case .html: "HTML"
    }
  }
}

/// What calls can be exported as; the raw value ends the file's name.
package enum ExportFormat: String, Hashable, Sendable, CaseIterable {
  case csv, json

  var words: String { rawValue.uppercased() }
}
