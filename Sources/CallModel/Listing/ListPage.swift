/// Where a list on the screen stands: what is selected, and on which of its lines.
package struct ListCursor: Hashable, Sendable {
  package enum Target: Hashable, Sendable {
    /// The first row, whichever it is: the list follows.
    case top
    /// The row at this position; it is looked up once and then kept by its id.
    case index(Int)
    /// The row with this id, wherever it moves; `last` is its last known position, taken by
    /// its successor when it leaves the list.
    case row(id: String, last: Int)
  }

  package var target: Target
  /// The line of the list, from 0, on which the selected row stays while others move around it.
  package var line: Int

  package init(target: Target = .top, line: Int = 0) {
    self.target = target
    self.line = line
  }
}

/// The rows of a list that are on the screen; never a copy of the list.
package struct ListPage<Row: Sendable>: Sendable {
  /// Rows of the whole list.
  package var total: Int
  /// Position of the first of `rows` in the list.
  package var offset: Int
  /// Position of the selected row in the list; nil when the list is empty.
  package var selected: Int?
  package var rows: [Row]
  /// Rows there would be without a filter; nil where none is in force.
  package var unfiltered: Int?
  /// True while the rest of the list has not been looked at yet.
  package var isPartial = false

  package init(total: Int = 0, offset: Int = 0, selected: Int? = nil, rows: [Row] = []) {
    self.total = total
    self.offset = offset
    self.selected = selected
    self.rows = rows
  }

  /// Resolves a cursor over a list of `total` rows: `position` finds a row by its id, `slice`
  /// fetches the visible ones. Costs what is visible.
  package init(
    _ cursor: ListCursor, height: Int, total: Int, position: (String) -> Int?,
    slice: (Range<Int>) -> [Row]
  ) {
    let height = max(height, 0)
    guard total > 0 else {
      self.init()
      return
    }
    let wanted =
      switch cursor.target {
      case .top: 0
      case .index(let index): index
      case .row(let id, let last): position(id) ?? last
      }
    let selected = min(max(wanted, 0), total - 1)
    let line = cursor.target == .top ? 0 : min(max(cursor.line, 0), max(height - 1, 0))
    let offset = min(max(selected - line, 0), max(total - height, 0))
    self.init(
      total: total, offset: offset, selected: selected,
      rows: slice(offset..<min(offset + height, total)))
  }
}
