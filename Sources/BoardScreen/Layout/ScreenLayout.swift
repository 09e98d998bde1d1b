/// Where everything stands on the screen: views are drawn there, and the pointer finds them there.
/// What is not shown has no area.
struct ScreenLayout: Hashable, Sendable {
  /// What it depends on beside the size.
  struct Content: Hashable, Sendable {
    var kind: ScreenView.Kind
    /// True where one agent has the screen to themselves.
    var isOwn = false
    /// True where a recording is played, whose position has a line.
    var isReplay = false
    /// True while a row tells of lines that are not well.
    var hasLineNotice = false
  }

  /// Below this a line says that the window is too small.
  static let smallest = ScreenSize(columns: 60, rows: 12)
  /// One agent's own view has room in a corner.
  private static let smallestOwn = ScreenSize(columns: 24, rows: 5)
  /// In a lower window the calls per minute give their line to the list.
  private static let minutesRows = 20
  /// In a narrower window there are no agents beside the calls.
  private static let paneColumns = 120

  let size: ScreenSize
  /// The smallest size in which anything is shown.
  let least: ScreenSize
  /// The first line: whether callbacks come.
  let wire: Area
  let lineNotice: Area?
  /// The figures in one line.
  let tiles: Area?
  /// The calls per minute.
  let minutes: Area?
  let tabs: Area?
  /// What the view has: all between the header and the last lines.
  let main: Area
  /// The list of the main view: `main`, without the columns of the agents beside the calls.
  let list: Area
  /// The agents beside the calls; a rule stands in the column before it.
  let agentPane: Area?
  /// The names of an opened call's panes.
  let callPanes: Area?
  /// A view that is text: `main`, without the names of the panes.
  let text: Area
  /// Where a recording stands.
  let positionBar: Area?
  /// The last line: the prompt, a notice, or the keys.
  let footer: Area

  init(_ size: ScreenSize, _ content: Content) {
    func line(_ y: Int, if isShown: Bool = true) -> Area? {
      isShown ? Area(y: y, width: size.columns) : nil
    }
    self.size = size
    least = content.isOwn ? Self.smallestOwn : Self.smallest
    wire = Area(y: 0, width: size.columns)
    lineNotice = line(1, if: content.hasLineNotice)
    let top = content.hasLineNotice ? 2 : 1
    let isWhole = !content.isOwn && content.kind != .floor
    let hasMinutes = isWhole && size.rows >= Self.minutesRows
    tiles = line(top, if: isWhole)
    minutes = line(top + 1, if: hasMinutes)
    let tabsY = top + (hasMinutes ? 2 : 1)
    tabs = line(tabsY, if: isWhole)
    let start =
      isWhole ? tabsY + 1 : content.isOwn ? max(Self.ownHeaderRows(size), top) : top
    let footerRows = content.isReplay ? 2 : 1
    main = Area(y: start, width: size.columns, height: max(size.rows - start - footerRows, 0))
    (list, agentPane) = Self.split(main, if: content.kind == .calls)
    callPanes = line(start, if: content.kind == .call)
    text = callPanes == nil ? main : main.withoutFirstRow
    positionBar = line(size.rows - 2, if: content.isReplay)
    footer = Area(y: size.rows - 1, width: size.columns)
  }

  /// A low window has no room for an empty row.
  private static func ownHeaderRows(_ size: ScreenSize) -> Int { size.rows < 8 ? 1 : 2 }

  private static func split(_ main: Area, if hasPane: Bool) -> (list: Area, pane: Area?) {
    guard hasPane, main.width >= paneColumns else { return (main, nil) }
    var (list, pane) = (main, main)
    pane.width = min(38 + (main.width - paneColumns) / 4, 56)
    pane.x = main.width - pane.width
    list.width = pane.x - 2
    return (list, pane)
  }

  var isTooSmall: Bool { size.columns < least.columns || size.rows < least.rows }

  var whole: Area { Area(y: 0, width: size.columns, height: size.rows) }

  /// Rows that a list shows, below its headings.
  var listHeight: Int { list.withoutFirstRow.height }
}

extension Area {
  /// What is below the headings of a list.
  var withoutFirstRow: Area {
    Area(x: x, y: y + 1, width: width, height: max(height - 1, 0))
  }

  /// A box of this size in the middle, as far as there is room.
  func centered(columns: Int, rows: Int) -> Area {
    Area(
      x: x + max((width - columns) / 2, 0), y: y + max((height - rows) / 2, 0), width: columns,
      height: rows)
  }
}
