import CallModel

/// The figures in one line: those that matter least give way where there is no room for all.
struct HeaderTiles: View {
  let page: BoardPage
  let settings: ScreenSettings

  private struct Item {
    var text: String
    var style: Style
    /// Items of one group stand together.
    var group: Int
    /// Of two the one with the higher number gives way.
    var rank: Int
    var isShown = true
  }

  func draw(_ frame: inout Frame, in area: Area) {
    let y = area.y
    let bar = settings.signs.bar + " "
    let items = items(in: area.width).filter(\.isShown)
    var (x, group) = (1, items.first?.group)
    for item in items {
      if item.group != group {
        x += frame.write(bar, x: x - 1, y: y, style: Style(.muted)) - 1
        group = item.group
      }
      x += frame.write(item.text, x: x, y: y, style: item.style) + 2
    }
  }

  /// What had no room in the line, the most important first.
  func left(by columns: Int) -> [(text: String, style: Style)] {
    items(in: columns).filter { !$0.isShown }.sorted { $0.rank < $1.rank }
      .map { ($0.text, $0.style) }
  }

  /// What is in no line of its own.
  var answered: (text: String, style: Style) {
    let rate = page.shown.window.callers.answerRate.map(Rounded.percent)
    return ("ANSWERED " + (rate ?? settings.signs.dash), .plain)
  }

  private func items(in columns: Int) -> [Item] {
    var items = all
    func width(_ items: [Item]) -> Int {
      let shown = items.filter(\.isShown)
      let groups = Set(shown.map(\.group)).count
      // Two blanks behind each, a bar and a blank between groups.
      return shown.reduce(0) { $0 + TextWidth.of($1.text) + 2 } + (groups - 1) - 1
    }
    while width(items) > columns - 1,
      let last = items.indices.filter({ items[$0].isShown }).max(by: {
        items[$0].rank < items[$1].rank
      })
    {
      items[last].isShown = false
    }
    return items
  }

  private var all: [Item] {
    let tiles = Tiles(page: page, settings: settings)
    let (window, dash) = (page.shown.window, settings.signs.dash)
    func item(_ tile: Tile, _ group: Int, _ rank: Int) -> Item {
      Item(
        text: tile.word + " " + (tile.value ?? dash), style: tile.inLine, group: group, rank: rank)
    }
    func figure(_ word: String, _ time: Duration?, _ rank: Int) -> Item {
      let text = word + " " + (time.map(ClockFace.figure) ?? dash)
      return Item(text: text, style: .plain, group: 3, rank: rank)
    }
    var states = [tiles.ringing, tiles.waiting, tiles.talking]
    if page.shown.live.callers.dialing > 0 { states.insert(tiles.dialing, at: 0) }
    let counts = "AGENTS \(page.figures.agentsBusy) busy \(page.figures.agentsFree) free"
    let agents = Item(text: counts, style: Style(bold: true), group: 2, rank: 1)
    let level = tiles.serviceLevel
    let goal = "SL \(level.value ?? dash) in \(ClockFace.figure(settings.serviceLevel))"
    var items = states.map { item($0, 0, 0) } + [item(tiles.out, 1, 3)]
    if page.filtered == nil {
      items.append(agents)
    } else {
      // The agents are no calls that a filter of calls could match.
      let style = Style(.accent, bold: true)
      items.insert(Item(text: tiles.filterWord, style: style, group: -1, rank: 0), at: 0)
    }
    items += [
      Item(text: goal, style: level.inLine, group: 3, rank: 4),
      figure("ASA", window.callers.averageSpeedOfAnswer, 5),
    ]
    if let known = tiles.knownWaits {
      items.append(Item(text: known, style: Style(.muted), group: 3, rank: 7))
    }
    return items + [figure("TALK", window.callers.meanTalk, 6), item(tiles.lost, 4, 2)]
  }
}
