import BoardScreen
import CallModel
import Foundation

/// The screen's habits in a file, `$XDG_STATE_HOME/callboard/screen.json`.
struct ScreenMemory {
  let path: String

  /// The file's form. Additions are left out by older programs.
  private struct Form: Codable {
    struct Layout: Codable {
      var columns: [String]
      var order: String?
      var descending: Bool?
    }

    var layouts: [String: Layout]
    var filters: [String]
  }

  /// What was remembered; with a warning where the file cannot be used, which then is ignored.
  func load() -> (habits: ScreenHabits, warning: String?) {
    guard let data = FileManager.default.contents(atPath: path) else {
      return (ScreenHabits(), nil)
    }
    guard let form = try? JSONDecoder().decode(Form.self, from: data) else {
      return (
        ScreenHabits(),
        "\(path) is damaged and was ignored; it is written anew with the next change"
      )
    }
    var habits = ScreenHabits()
    habits.filters = Array(form.filters.prefix(ScreenHabits.filterLimit))
    for (name, layout) in form.layouts {
      guard let kind = ListKind(rawValue: name) else { continue }
      let columns = layout.columns.filter(kind.columns.contains)
      guard !columns.isEmpty, Set(columns).count == columns.count else { continue }
      let order = layout.order.flatMap { columns.contains($0) ? $0 : nil }
      habits.layouts[kind] = ListLayout(
        columns: columns,
        order: order.map { ListOrder(column: $0, isDescending: layout.descending ?? false) })
    }
    return (habits, nil)
  }

  /// Nil when it was written; else what to tell.
  func save(_ habits: ScreenHabits) -> ScreenNotice? {
    let layouts = habits.layouts.map { kind, layout in
      (
        kind.rawValue,
        Form.Layout(
          columns: layout.columns, order: layout.order?.column,
          descending: layout.order?.isDescending)
      )
    }
    let form = Form(
      layouts: Dictionary(layouts) { first, _ in first }, filters: habits.filters)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      // Beside it first, for the own user alone: filters hold numbers.
      let new = path + ".new"
      let isWritten = FileManager.default.createFile(
        atPath: new, contents: try encoder.encode(form), attributes: [.posixPermissions: 0o600])
      guard isWritten, rename(new, path) == 0 else { throw POSIXError(.EIO) }
      return nil
    } catch {
      return ScreenNotice(
        "This cannot be remembered: \(error.localizedDescription)", isFault: true)
    }
  }
}
