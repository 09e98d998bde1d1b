import CallModel

/// What views are made of: where the person at the screen is, what is to be shown, and how.
struct ViewContext {
  let state: ScreenState
  /// With all numbers masked while the screen is private.
  let page: BoardPage
  let settings: ScreenSettings
  let layout: ScreenLayout

  init(_ state: ScreenState, _ page: BoardPage, _ settings: ScreenSettings) {
    self.state = state
    self.page = state.isPrivate ? page.masked : page
    self.settings = settings
    layout = state.screenLayout
  }

  /// How a list is shown; its selection is seen while the keys move in it.
  func appearance(of kind: ListKind, hasKeys: Bool) -> ListAppearance {
    ListAppearance(
      layout: state.layout(of: kind), hasKeys: hasKeys, marks: state.marks, now: page.now,
      settings: settings)
  }
}
