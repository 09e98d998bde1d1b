import Testing

@testable import BoardScreen

@Suite struct KeyBindingsTests {
  @Test func `every action has a key, and no key has two in one view`() {
    for action in ScreenAction.allCases {
      #expect(KeyBindings.standard.all.contains { $0.action == action && !$0.keys.isEmpty })
    }
    for kind in ScreenView.Kind.allCases {
      for table in [KeyBindings.standard, .standard.forReplay] {
        let keys = table.inForce.filter { $0.works(in: kind) }.flatMap(\.keys)
        #expect(Set(keys).count == keys.count, "\(kind)")
      }
    }
  }

  @Test func `the keys of a replay win there, and do nothing elsewhere`() throws {
    let bindings = try KeyBindings(changing: [.sort: [.character("n")]])
    #expect(bindings.action(.character(" "), in: .calls) == .pageDown)
    #expect(bindings.action(.character("n"), in: .calls) == .sort)
    #expect(bindings.action(.character("t"), in: .calls) == nil)
    let replay = bindings.forReplay
    #expect(replay.action(.character(" "), in: .calls) == .play)
    #expect(replay.action(.character("n"), in: .calls) == .nextCallback)
    #expect(replay.action(.pageDown, in: .calls) == .pageDown)
    #expect(throws: KeyBindings.Conflict.self) {
      try KeyBindings(changing: [.jumpTo: [.character("n")]])
    }
  }

  @Test(arguments: ScreenView.Kind.allCases)
  func `Help names every key of its view`(_ kind: ScreenView.Kind) {
    for settings in [Floor.settings, Floor.settings.forReplay] {
      let text = HelpText(kind: kind, width: 100, settings: settings).text
      let lines = text.lines.map { $0.map(\.text).joined() }
      for binding in settings.keys.inForce where binding.works(in: kind) {
        for key in binding.keys {
          let name = key.label(settings.signs)
          #expect(lines.contains { $0.contains(name) && $0.contains(binding.words) }, "\(name)")
        }
      }
    }
  }
}
