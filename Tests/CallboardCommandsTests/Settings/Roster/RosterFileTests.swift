import CallModel
import Testing

@testable import CallboardCommands

@Suite struct RosterFileTests {
  @Test func `each fault names the file that it is in`() {
    let faults = #expect(throws: YAMLFaults.self) {
      try RosterFile.read("agents: 1\nlines: 2\nteams: 3\n")
    }
    let lines = faults?.description(in: "--roster r.yaml").split(separator: "\n") ?? []
    #expect(lines.count == 3)
    #expect(lines.allSatisfy { $0.hasPrefix("--roster r.yaml: line ") })
  }

  @Test func `agents and lines are read`() throws {
    let roster = try RosterFile.read(
      """
      agents:
        - number: "+919880000001"
          name: Asha Rao
          team: Sales
        - number: 204
      lines:
        - {number: "08044556601", label: Sales}
      """
    ).roster(country: .india)
    let asha = roster.agent(PhoneNumber("09880000001", country: .india))
    #expect(asha?.name == "Asha Rao")
    #expect(asha?.team == "Sales")
    #expect(roster.agents.map(\.number.text) == ["+919880000001", "204"])
    #expect(roster.label(PhoneNumber("+918044556601", country: .india)) == "Sales")
  }

  @Test func `a person has several addresses, a line its id and its queue`() throws {
    let roster = try RosterFile.read(
      """
      agents:
        - number: "09880000001"
          addresses: [sip:asha9f2, asha@example.com]
      lines:
        - {number: "08044556601", label: Sales, sid: 4b9d1c, queue: 180}
        - {number: "08044556602", label: Support, queue: 2m}
      shared: [sales@example.com]
      queue: 30s
      """
    ).roster(country: .india)
    let number = PhoneNumber("+919880000001", country: .india)
    #expect(
      roster.agent(PhoneNumber("asha@example.com", country: .india))?.number.key == number.key)
    #expect(roster.line(sid: "4b9d1c")?.queue == .seconds(180))
    #expect(roster.lines.map(\.queue) == [.seconds(180), .seconds(120)])
    #expect(roster.shared.map(\.text) == ["sales@example.com"])
    #expect(roster.queue == .seconds(30))
  }

  @Test func `one number twice is told with both places, in whatever spelling`() throws {
    let file = try RosterFile.read(
      """
      agents:
        - number: "09880000001"
          addresses: [asha@example.com]
        - number: "204"
          addresses: ["+91 98800 00001", "asha@example.com"]
      lines:
        - {number: "204", label: Sales}
      """)
    let fault = #expect(throws: YAMLFaults.self) { try file.roster(country: .india) }
    #expect(
      fault?.description == """
        line 5, column 17: +91 98800 00001 is in line 2, column 13 already
        line 5, column 36: asha@example.com is in line 3, column 17 already
        line 7, column 14: 204 is in line 4, column 13 already
        """)
  }

  @Test(arguments: ["queue: soon", "lines: [{number: '1', label: A, queue: -5}]"])
  func `a queue is a time`(_ text: String) {
    let fault = #expect(throws: YAMLFaults.self) { try RosterFile.read(text) }
    #expect(fault?.description.contains("queue") == true)
  }

  @Test(arguments: ["", "# nothing yet\n", "agents: []\n"])
  func `an empty roster is one`(_ text: String) throws {
    #expect(try RosterFile.read(text).agents.isEmpty)
  }

  @Test func `all faults are told at once, with their places`() {
    let fault = #expect(throws: YAMLFaults.self) {
      try RosterFile.read(
        "agents:\n  - name: Asha\n  - number: '1'\n    nmae: x\nlines: 3\nfoo: 1\n")
    }
    #expect(
      fault?.description == """
        line 2, column 5: an agent needs a number
        line 4, column 5: unknown key 'nmae' in an agent; it may have number, name, team, addresses
        line 5, column 8: 'lines' must be a list, each entry with a '-'
        line 6, column 1: unknown key 'foo' in the roster; it may have agents, lines, shared, queue
        """)
  }

  @Test(arguments: ["agents: [", "a: b: c", "- 1\n- 2\n", "\t"])
  func `what is no roster is refused in words`(_ text: String) {
    let fault = #expect(throws: YAMLFaults.self) {
      try RosterFile.read(text)
    }
    #expect(fault?.description.isEmpty == false)
  }
}
