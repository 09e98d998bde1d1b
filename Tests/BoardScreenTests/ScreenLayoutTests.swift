import Testing

@testable import BoardScreen

@Suite struct ScreenLayoutTests {
  private static let contents: [ScreenLayout.Content] = ScreenView.Kind.allCases.flatMap { kind in
    [(false, false), (false, true), (true, false), (true, true)].flatMap { isOwn, isReplay in
      [false, true].map { hasLineNotice in
        ScreenLayout.Content(
          kind: kind, isOwn: isOwn, isReplay: isReplay, hasLineNotice: hasLineNotice)
      }
    }
  }

  private static let sizes = [
    (24, 5), (60, 12), (80, 19), (80, 20), (119, 24), (120, 36), (400, 90),
  ].map { ScreenSize(columns: $0, rows: $1) }

  private func areas(_ layout: ScreenLayout) -> [Area] {
    [
      layout.wire, layout.lineNotice, layout.tiles, layout.minutes, layout.tabs, layout.main,
      layout.positionBar, layout.footer,
    ].compactMap { $0 }
  }

  @Test(arguments: sizes) func `no two things stand in one place, and none beyond the edge`(
    _ size: ScreenSize
  ) {
    for content in Self.contents {
      let layout = ScreenLayout(size, content)
      guard !layout.isTooSmall else { continue }
      var next = 0
      for area in areas(layout) {
        #expect(area.y >= next, "\(content)")
        #expect(area.x == 0 && area.width == size.columns, "\(content)")
        next = area.bottom
      }
      #expect(next == size.rows, "\(content)")
    }
  }

  @Test(arguments: sizes) func `what the view has is shared, and nothing of it is left out`(
    _ size: ScreenSize
  ) {
    for content in Self.contents {
      let layout = ScreenLayout(size, content)
      guard !layout.isTooSmall else { continue }
      let main = layout.main
      let panes = [layout.callPanes, layout.text].compactMap { $0 }
      #expect(panes.reduce(0) { $0 + $1.height } == main.height)
      #expect(panes.first?.y == main.y && panes.last?.bottom == main.bottom)
      // A rule and a column beside it stand between them.
      if let pane = layout.agentPane {
        #expect(layout.list.width + 2 == pane.x && pane.x + pane.width == main.width)
      } else {
        #expect(layout.list == main)
      }
    }
  }

  @Test func `agents stand beside the calls alone, where there is room`() {
    for kind in ScreenView.Kind.allCases {
      for columns in [119, 120] {
        let size = ScreenSize(columns: columns, rows: 36)
        let pane = ScreenLayout(size, ScreenLayout.Content(kind: kind)).agentPane
        #expect((pane != nil) == (kind == .calls && columns == 120))
      }
    }
  }
}
