import CallModel
import Testing

@testable import callboard

@Suite struct RosterFileTests {
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
        line 4, column 5: unknown key 'nmae' in an agent; it may have number, name, team
        line 5, column 8: 'lines' must be a list, each entry with a '-'
        line 6, column 1: unknown key 'foo' in the roster; it may have agents, lines
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
