import BoardScreen
import CallModel
import Foundation

/// The screen's preferences in a file, `$XDG_STATE_HOME/callboard/screen.json`.
struct ScreenMemory {
  let path: String

  /// The file's form. Additions are left out by older programs.
  private struct Form: Codable {
    struct Order: Codable {
      /// Nil for the list's own order.
      var column: String?
      var descending: Bool
    }

    var columns: [String: [String]]
    var orders: [String: Order]
    var filters: [String]
  }

  /// What was remembered; with a warning where the file cannot be used, which then is ignored.
  func load() -> (preferences: ScreenPreferences, warning: String?) {
    guard let data = FileManager.default.contents(atPath: path) else {
      return (ScreenPreferences(), nil)
    }
    guard let form = try? JSONDecoder().decode(Form.self, from: data) else {
      return (
        ScreenPreferences(),
        "\(path) is damaged and was ignored; it is written anew with the next change"
      )
    }
    return (preferences(form), nil)
  }

  /// Without what this program does not know.
  private func preferences(_ form: Form) -> ScreenPreferences {
    var preferences = ScreenPreferences()
    preferences.filters = Array(form.filters.prefix(ScreenPreferences.filterLimit))
    for kind in ListKind.allCases {
      if let columns = form.columns[kind.rawValue]?.filter(kind.columns.contains),
        !columns.isEmpty, Set(columns).count == columns.count
      {
        preferences.columns[kind] = columns
      }
      guard let order = form.orders[kind.rawValue] else { continue }
      if let column = order.column {
        guard kind.columns.contains(column) else { continue }
        preferences.orders[kind] = .by(ListOrder(column: column, isDescending: order.descending))
      } else {
        preferences.orders[kind] = .own
      }
    }
    return preferences
  }

  /// Nil when it was written; else what to tell.
  func save(_ preferences: ScreenPreferences) -> ScreenNotice? {
    let form = Form(
      columns: Self.named(preferences.columns) { $0 },
      orders: Self.named(preferences.orders) { chosen in
        switch chosen {
        case .own: .init(column: nil, descending: false)
        case .by(let order): .init(column: order.column, descending: order.isDescending)
        }
      }, filters: preferences.filters)
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

  private static func named<Value, Kept>(
    _ values: [ListKind: Value], _ keep: (Value) -> Kept
  ) -> [String: Kept] {
    Dictionary(values.map { ($0.key.rawValue, keep($0.value)) }) { first, _ in first }
  }
}
