import CallModel
import Testing

@testable import BoardScreen

@Suite struct ForwardTextTests {
  private let settings = Floor.settings
  private static let at = Instant(seconds: 1_767_261_600)

  private func text(_ forwarding: Forwarding) -> String {
    ForwardText.field(forwarding, settings).text
  }

  @Test func `each stage of the way is told in few words`() {
    let time = settings.clock.time(Self.at).prefix(5)
    #expect(text(.waiting) == "queued" && text(.sending) == "sending")
    #expect(text(.delivered(.milliseconds(12))) == "200 12 ms")
    #expect(text(.again(Self.at, "503")) == "again \(time), 503")
    #expect(text(.failed("connection refused")) == "given up, connection refused")
    #expect(text(.dropped) == "dropped")
    #expect(text(.returned("it was here")) == "not sent, it was here")
  }

  @Test func `the header turns red where it is not taken, and back`() {
    var status = ForwardStatus(target: "http://crm")
    status.delivered = 7
    func header() -> [String] {
      ForwardText.header(status, now: Self.at).map { text, style in
        (style.role == .red ? "! " : "") + text
      }
    }
    #expect(header() == ["forwarded 7"])
    status.waiting = 3
    status.fault = "503"
    status.retrying = 2
    #expect(header() == ["! forward fails", "! 503, 3 waiting, 2 again later"])
    status.fault = nil
    status.dropped = 1
    status.lastDroppedAt = Self.at - .seconds(59)
    #expect(header().first == "! forward drops")
    status.lastDroppedAt = Self.at - .seconds(60)
    #expect(header() == ["forwarded 7", "3 waiting, 2 again later, 1 dropped"])
    status.returned = 4
    #expect(header().last?.hasSuffix("1 dropped, 4 went round") == true)
  }

  @Test func `the column is there where callbacks are forwarded`() throws {
    var person = Person()
    person.types("5")
    #expect(!person.screen.contains("FORWARD"))
    person.state = ScreenState(size: person.state.size, isForwarding: true)
    person.types("5")
    var page = person.page
    guard case .callbacks(var rows) = page.content else {
      Issue.record("the callbacks are not there")
      return
    }
    rows.rows[0].forwarding = .failed("503")
    page.content = .callbacks(rows)
    let screen = Screen.render(person.state, page, settings).text
    #expect(screen.contains("FORWARD") && screen.contains("given up, 503"))
    #expect(person.types("R") == [.forwardAgain(rows.rows[0].sequence)])
  }

  @Test(arguments: [ForwardAgain.underway, .full, .notAccepted, .forgotten, .off, .begun])
  func `what is not sent once more is told why`(answer: ForwardAgain) {
    let notice = ScreenNotice(answer)
    #expect(notice.isFault == (answer != .begun && answer != .underway))
  }
}
