import Testing

@testable import BoardScreen

@Suite struct KeyBindingsTests {
  @Test func `every action has a key, and no key has two in one view`() {
    for action in ScreenAction.allCases {
      #expect(KeyBindings.standard.all.contains { $0.action == action && !$0.keys.isEmpty })
    }
    for kind in ScreenView.Kind.allCases {
      let keys = KeyBindings.standard.all.filter { $0.works(in: kind) }.flatMap(\.keys)
      #expect(Set(keys).count == keys.count, "\(kind)")
    }
  }

  @Test(arguments: ScreenView.Kind.allCases)
  func `Help names every key of its view`(_ kind: ScreenView.Kind) {
    let text = HelpView(kind: kind, width: 100, settings: Floor.settings).text
    let lines = text.lines.map { $0.map(\.text).joined() }
    for binding in KeyBindings.standard.all where binding.works(in: kind) {
      for key in binding.keys {
        let name = key.label(Floor.settings.signs)
        #expect(lines.contains { $0.contains(name) && $0.contains(binding.words) }, "\(name)")
      }
    }
  }
}
