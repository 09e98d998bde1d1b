/// A few things to choose from, drawn over the view.
struct Menu: Hashable, Sendable {
  enum Choice: Hashable, Sendable {
    case copy(String)
    /// As JSON, by its sid.
    case copyCall(String)
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

  /// Of the row that was selected when it was opened, whatever moves below it meanwhile.
  static func copy(number: String?, sid: String?) -> Menu {
    var items: [Item] = []
    if let number {
      items.append(Item(key: "n", words: "number  \(number)", choice: .copy(number)))
    }
    if let sid {
      items.append(Item(key: "s", words: "sid  \(sid)", choice: .copy(sid)))
      items.append(Item(key: "j", words: "JSON of the call", choice: .copyCall(sid)))
    }
    return Menu(title: "Copy", items: items)
  }

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
