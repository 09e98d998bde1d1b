import CallModel
import Testing

@testable import BoardScreen

@Suite struct FloorViewTests {
  static let sizes = [
    ScreenSize(columns: 60, rows: 12), ScreenSize(columns: 80, rows: 24),
    ScreenSize(columns: 120, rows: 36), ScreenSize(columns: 200, rows: 60),
  ]

  private func page(_ load: Floor.Load) -> BoardPage {
    Floor(load: load).page(.figures)
  }

  private func frame(
    _ page: BoardPage, _ size: ScreenSize, _ settings: ScreenSettings = Floor.settings
  ) -> Frame {
    var state = ScreenState(size: size)
    state.open(.floor)
    return Screen.render(state, page, settings)
  }

  @Test(arguments: sizes, Floor.Load.allCases)
  func `the floor looks like its picture`(_ size: ScreenSize, _ load: Floor.Load) throws {
    try compare(
      frame(page(load), size), "floor-\(load.rawValue)-\(size.columns)x\(size.rows)")
  }

  @Test func `ASCII terminals get the same figures`() throws {
    var settings = Floor.settings
    settings.signs = Signs(ascii: true)
    for size in [Self.sizes[0], Self.sizes[2]] {
      let frame = frame(page(.usual), size, settings)
      #expect(frame.text.utf8.allSatisfy { $0 < 0x80 })
      try compare(frame, "floor-usual-ascii-\(size.columns)x\(size.rows)")
    }
  }

  @Test(arguments: sizes) func `figures of a filter say so, and tell no agents`(
    _ size: ScreenSize
  ) throws {
    var state = ScreenState(size: size)
    state.open(.floor)
    state.setFilter(.init(text: "98123", filter: try CallFilter("98123")), of: .calls)
    let filtered = Floor(load: .usual).page(state.request)
    let text = Screen.render(state, filtered, Floor.settings).text
    #expect(text.contains("FILTERED  98123"))
    #expect(text.contains("RINGING") && !text.contains("BUSY") && !text.contains("FREE"))
    state.isPrivate = true
    #expect(!Screen.render(state, filtered, Floor.settings).text.contains("98123"))
  }

  @Test func `every size has all figures, within its bounds`() {
    for columns in stride(from: 60, through: 300, by: 24) {
      for rows in stride(from: 12, through: 80, by: 9) {
        for load in Floor.Load.allCases {
          let frame = frame(page(load), ScreenSize(columns: columns, rows: rows))
          let text = frame.text
          for word in [
            "RINGING", "WAITING", "TALKING", "DIALING", "OUT", "BUSY", "FREE", "LOST",
            "SERVICE LEVEL", "LONGEST RING",
          ] {
            #expect(text.contains(word), "\(load.rawValue) \(columns)x\(rows)")
          }
          #expect(frame.row(1).allSatisfy { $0 == .blank }, "\(load.rawValue) \(columns)x\(rows)")
          #expect(frame.row(0).contains { $0.content == .character("●") })
          #expect(frame.row(rows - 1).contains { $0.content == .character("?") })
        }
      }
    }
  }

  @Test func `a window without room draws nothing, and does not fail`() {
    for size in [(0, 0), (1, 1), (5, 4), (9, 30), (300, 4)] {
      _ = frame(page(.overfull), ScreenSize(columns: size.0, rows: size.1)).text
    }
  }

  /// The styles within the tile of ringing calls, but for its word.
  private func ringingStyles(_ page: BoardPage) -> Set<Style> {
    let frame = frame(page, Self.sizes[2])
    let cells = (3..<12).flatMap { frame.row($0).prefix(29) }
    return Set(cells.filter { $0.content == .character("█") }.map(\.style))
  }

  @Test func `ringing shouts past its red threshold, and only then`() {
    var page = page(.usual)
    #expect(ringingStyles(page) == [Style(.red, bold: true, reverse: true)])
    page.figures.live.longestRingingSince = page.now - .seconds(39)
    #expect(ringingStyles(page) == [Style(.amber, bold: true)])
    page.figures.live.longestRingingSince = page.now - .seconds(3)
    #expect(ringingStyles(page) == [Style(.ringing, bold: true)])
    page.figures.live = LiveFigures()
    #expect(ringingStyles(page) == [Style(.muted)])
  }

  @Test func `what is not known has no figure, and is no zero`() {
    let tiles = Tiles(page: page(.empty), settings: Floor.settings)
    #expect(tiles.serviceLevel.value == nil)
    #expect(tiles.longestRing.value == nil)
    #expect(tiles.lost.value == "0")
    #expect(tiles.free.value == "0")
  }

  @Test func `a service level below its floor is amber, then red, in the header too`() {
    var page = page(.usual)
    page.figures.live = LiveFigures()
    var settings = Floor.settings
    settings.serviceLevelFloor = (amber: 80, red: 60)
    for (inTime, role) in [(38, Style.Role.text), (30, .amber), (10, .red)] {
      page.figures.window.callers.inTime = inTime
      #expect(Tiles(page: page, settings: settings).serviceLevel.style.role == role)
      var header = Frame(ScreenSize(columns: 120, rows: 2))
      HeaderTiles(page: page, settings: settings).draw(&header, in: Area(y: 1, width: 120))
      let level = header.row(1).filter { $0.content == .character("%") }
      #expect(level.map(\.style.role) == [role])
    }
  }
}
