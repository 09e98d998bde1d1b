import CallModel
import Testing

@testable import BoardScreen

@Suite struct FilterTypingTests {
  private var person = Person()

  @Test mutating func `what can be read is in force while it is typed`() {
    person.types("/state:ringing")
    #expect(person.filter == "state:ringing")
    #expect(person.shownTotal < Floor(load: .overfull).calls.count)
    person.does(.key(.enter))
    #expect(person.state.prompt == nil)
    #expect(person.filter == "state:ringing")
  }

  @Test mutating func `with a fault the last good filter stays, and the place is told`() {
    person.types("/asha ring>")
    #expect(person.filter == "asha ring")
    #expect(person.state.prompt?.fault?.position == 10)
    #expect(person.does(.key(.enter)).isEmpty)
    #expect(person.state.prompt != nil)
    let footer = person.lastLine
    #expect(footer.contains("/asha ring>"))
    #expect(footer.contains("a time is missing"))
  }

  @Test mutating func `escape brings back what was in force before`() {
    person.types("/asha")
    person.does(.key(.enter))
    person.types("/")
    person.does(.key(.control("u")))
    person.types("ravi")
    #expect(person.filter == "ravi")
    person.does(.key(.escape))
    #expect(person.filter == "asha")
    person.does(.key(.escape))
    #expect(person.filter == "")
  }

  @Test mutating func `filters used before come back with the arrows, the last one first`() {
    for text in ["asha", "ravi", "asha"] {
      person.types("/")
      person.does(.key(.control("u")))
      person.types(text)
      #expect(person.does(.key(.enter)) == [.remember])
    }
    #expect(person.state.preferences.filters == ["asha", "ravi"])
    person.types("/")
    person.does(.key(.control("u")), .key(.up), .key(.up), .key(.up))
    #expect(person.filter == "ravi")
    person.does(.key(.down), .key(.down))
    #expect(person.filter == "")
  }

  @Test mutating func `Tab completes keys, and values that the board knows`() {
    var vocabulary = FilterVocabulary()
    vocabulary.agents = ["Asha Rao", "Ravi Kumar"]
    person.types("/ag")
    #expect(person.does(.key(.tab)) == [.complete(1)])
    person.state.complete(1, vocabulary)
    #expect(person.state.prompt?.line.text == "agent:")
    person.state.complete(1, vocabulary)
    #expect(person.filter == "agent:\"Asha Rao\"")
    person.state.complete(1, vocabulary)
    #expect(person.filter == "agent:\"Ravi Kumar\"")
    person.state.complete(-1, vocabulary)
    #expect(person.filter == "agent:\"Asha Rao\"")
  }

  @Test mutating func `each view has its own filter, and the timeline that of the calls`() {
    person.types("/asha")
    person.does(.key(.enter))
    person.types("3")
    #expect(person.filter == "asha")
    person.types("4")
    #expect(person.filter == "")
  }

  @Test mutating func `a filter stays with its list when the window changes`() {
    person.does(.key(.tab))
    person.types("/asha")
    person.does(.resized(ScreenSize(columns: 100, rows: 24)))
    person.types("x")
    #expect(person.state.filter(of: .agents).text == "ashax")
    #expect(!person.state.filter(of: .calls).isOn)
  }

  @Test mutating func `while a list is looked at, the selection waits for its row`() {
    person.types("jjj")
    let cursor = person.state.calls
    var page = person.page
    page.content = .calls(
      ListPage(total: 1, offset: 0, selected: 0, rows: Array(Floor(load: .usual).calls.prefix(1))),
      agents: ListPage())
    guard case .calls(var list, let agents) = page.content else { return }
    list.isPartial = true
    page.content = .calls(list, agents: agents)
    person.state.settle(page)
    #expect(person.state.calls == cursor)
  }

  @Test mutating func `the title says how many of how many`() {
    person.types("/state:ringing")
    person.does(.key(.enter))
    #expect(person.screen.contains("1 Calls 20 of 60"))
  }

  /// How many rows the list has, and what is wrong with the filter.
  private mutating func found(_ view: String, _ filter: String) -> (rows: Int, fault: String?) {
    person.types(view + "/")
    person.does(.key(.control("u")))
    person.types(filter)
    let fault = person.state.prompt?.fault?.message
    let rows =
      switch person.page.content {
      case .agents(let agents): agents.total
      case .callbacks(let requests): requests.total
      default: -1
      }
    person.does(.key(.escape))
    return (rows, fault)
  }

  @Test mutating func `rejected requests are found by the word that stands in their rows`() {
    person.types("5")
    guard case .callbacks(let all) = person.page.content else { return }
    let rejected = all.rows.count { $0.isRejected }
    #expect(rejected > 0)
    for filter in ["rejected", "state:rejected"] {
      let (rows, fault) = found("5", filter)
      #expect(rows >= rejected && rows < all.total && fault == nil)
    }
    #expect(found("5", "state:ringing").rows > 0)
  }

  @Test mutating func `agents are found by the words that stand in their rows`() {
    let free = found("2", "state:free")
    let busy = found("2", "state:busy")
    let all = found("2", "")
    #expect(free.rows > 0 && busy.rows > 0 && free.rows + busy.rows == all.rows)
    #expect(found("2", "state:idle").rows == free.rows)
    #expect(found("2", "free").rows >= free.rows)
    #expect(found("2", "state:waiting").fault?.contains("state is one of free, dialing") == true)
  }

  @Test(arguments: [
    ("5", "ring>2s", "'ring' is no time of callbacks; their times are for"),
    ("5", "outcome:missed", "'outcome' is no key for callbacks; keys are state, agent, sid"),
    ("2", "wait>2s", "'wait' is no time of agents; their times are ring, talk, for"),
    ("2", "family:flow", "'family' is no key for agents"),
  ])
  mutating func `what means nothing in a view is said to`(
    _ view: String, _ filter: String, _ words: String
  ) {
    #expect(found(view, filter).fault?.hasPrefix(words) == true)
  }

  @Test mutating func `Tab offers what means something in the view`() {
    person.types("5/")
    person.state.complete(1, FilterVocabulary())
    #expect(
      person.state.prompt?.completion?.candidates == [
        "state:", "agent:", "sid:", "number:", "anomaly:", "for>",
      ])
  }
}
