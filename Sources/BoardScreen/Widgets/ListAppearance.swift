import CallModel

/// How a list is shown, beside what its rows are.
struct ListAppearance: Sendable {
  var layout: ListLayout
  /// False while the keys move elsewhere, or the list follows its top: no row is told apart then.
  var hasKeys: Bool
  /// The ids of the rows that somebody has marked.
  var marks: Set<String>
  var now: Instant
  var settings: ScreenSettings
}
