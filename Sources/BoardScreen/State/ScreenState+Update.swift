import CallModel

extension ScreenState {
  /// Takes one input. `target` is what is under the pointer, where the input is of the pointer, and
  /// `page` what is on the screen now.
  mutating func update(
    _ input: ScreenInput, on target: PointerTarget?, page: BoardPage, settings: ScreenSettings
  ) -> [ScreenEffect] {
    switch input {
    case .resized(let size):
      self.size = size
      return [.redraw]
    case .quit(let signal): return [.quit(signal: signal)]
    case .key, .click, .doubleClick, .wheel: notice = nil
    }
    if prompt != nil, case .key(let key) = input { return type(key) }
    if timePrompt != nil, case .key(let key) = input { return typeTime(key, page, settings) }
    (prompt, timePrompt) = (nil, nil)
    if menu != nil { return choose(input, target) }
    switch input {
    case .key(let key):
      return settings.keys.action(key, in: view.kind).map { perform($0, page) } ?? []
    case .click(let x, let y): return click(target, x: x, y: y, page).effects
    case .doubleClick(let x, let y):
      let (isRow, effects) = click(target, x: x, y: y, page)
      return isRow ? perform(.open, page) : effects
    case .wheel(let lines, let x, _): turnWheel(by: lines, x: x, page)
    case .resized, .quit: break
    }
    return []
  }

  private mutating func perform(_ action: ScreenAction, _ page: BoardPage) -> [ScreenEffect] {
    switch action {
    case .showCalls: show(.calls)
    case .showAgents: show(.agents)
    case .showTimeline: show(.timeline)
    case .showHistory: show(.history)
    case .showCallbacks: show(.callbacks)
    case .down, .up, .halfPageDown, .halfPageUp, .pageDown, .pageUp, .top, .bottom:
      move(action, page)
    case .zoomIn: span = span.shorter
    case .zoomOut: span = span.longer
    case .open: openSelected(page)
    case .otherPane: turnPane()
    case .left: callPanes.column = max(callPanes.column - 1, 0)
    case .right: callPanes.column = min(callPanes.column + 1, furthestColumn(page))
    case .help: if view.kind == .help { close() } else { open(.help(view.kind)) }
    case .floor: if view == .floor { close() } else { open(.floor) }
    case .close: closeOrClear()
    case .back:
      guard isOpened else { return [.quit(signal: nil)] }
      close()
    case .pause:
      isPaused.toggle()
      return [isPaused ? .freeze : .thaw]
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .filter, .sort, .sortDirection, .columns: return arrange(action)
    case .copy, .save, .export, .mark, .privacy: return take(action, page)
    case .forwardAgain:
      guard case .callbacks(let requests) = page.content, let row = requests.selectedRow else {
        return []
      }
      return [.forwardAgain(row.sequence)]
    case .play, .nextCallback, .previousCallback, .slower, .faster, .jumpBack, .jumpForward,
      .jumpTo:
      return play(action)
    }
    return []
  }

  private mutating func turnPane() {
    if view.kind == .call {
      callPanes.turn()
      scroll = 0
    } else if hasAgentPane {
      isAgentPane.toggle()
    }
  }

  /// How far the parties of a ladder can be scrolled.
  private func furthestColumn(_ page: BoardPage) -> Int {
    guard case .call(let detail?) = page.content else { return 0 }
    let parties = Ladder(detail, Signs(ascii: true)).parties
    return LadderColumns.furthest(parties.count, width: size.columns)
  }

  private mutating func closeOrClear() {
    if isOpened {
      close()
    } else if let listKind, filter(of: listKind).isOn {
      setFilter(AppliedFilter(), of: listKind)
    } else {
      marks = []
    }
  }

  private mutating func arrange(_ action: ScreenAction) -> [ScreenEffect] {
    guard let kind = listKind else { return [] }
    var layout = layout(of: kind)
    switch action {
    case .filter:
      prompt = FilterPrompt(filter(of: kind), of: kind)
      return []
    case .columns:
      menu = Menu(columnsOf: kind, layout)
      return []
    case .sort: layout.sortByNext(of: kind, among: columnsWithRoom(of: kind))
    case .sortDirection:
      guard layout.order != nil else { return [] }
      layout.order?.isDescending.toggle()
    default: return []
    }
    preferences.orders[kind] = .init(layout.order)
    return [.remember]
  }

  private mutating func openCopyMenu(_ page: BoardPage) {
    let number = selectedNumber(page).map { isPrivate ? PhoneNumber.masked($0) : $0 }
    let copy = Menu.copy(number: number, sid: selectedSid(page))
    if copy.items.isEmpty {
      notice = ScreenNotice("Nothing is selected that could be copied.", isFault: true)
    } else {
      menu = copy
    }
  }

  private mutating func take(_ action: ScreenAction, _ page: BoardPage) -> [ScreenEffect] {
    switch action {
    case .copy: openCopyMenu(page)
    case .save: menu = .save
    case .export: menu = .export
    case .privacy:
      isPrivate.toggle()
      notice = ScreenNotice(isPrivate ? "Numbers are masked." : "Numbers are shown.")
    case .mark:
      guard let sid = selectedSid(page) else { return [] }
      if marks.remove(sid) == nil { marks.insert(sid) }
    default: break
    }
    return []
  }
}
