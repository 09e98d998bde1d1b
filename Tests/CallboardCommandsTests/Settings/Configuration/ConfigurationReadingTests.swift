import BoardScreen
import CallModel
import Testing

@testable import CallboardCommands

@Suite struct ConfigurationReadingTests {
  private static func surroundings(
    _ files: [String: String] = [:]
  ) -> ConfigurationReading.Surroundings {
    .init(file: "/etc/board/config.yaml", home: "/home/asha") { files[$0] }
  }

  private func read(_ text: String, files: [String: String] = [:]) throws -> Configuration {
    try ConfigurationReading.read(text, Self.surroundings(files))
  }

  private func faults(in text: String) -> String {
    let faults = #expect(throws: YAMLFaults.self) { try read(text) }
    return faults?.description ?? ""
  }

  @Test(arguments: ["", "# nothing yet\n", "---\n"])
  func `an empty file says nothing`(_ text: String) throws {
    let configuration = try read(text)
    #expect(configuration.port == nil)
    #expect(configuration.lines.isEmpty)
    #expect(configuration.file == "/etc/board/config.yaml")
  }

  @Test func `host is one name or several`() throws {
    #expect(try read("host: a.example").host == ["a.example"])
    #expect(try read("host: [a.example, '::1']").host == ["a.example", "::1"])
    #expect(faults(in: "host: [a, 'b:80', {c: d}]").contains("host b:80: a name or an address"))
  }

  @Test func `options are read as the command line has them`() throws {
    let configuration = try read(
      """
      port: 9000
      country: sg
      window: 2d
      keep-size: 5GB
      durability: os
      ascii: yes
      bell: true
      notify: ring
      key: 1234
      uncertain-after: 20
      short-abandon: 0
      day-start: 06:30
      """)
    #expect(configuration.uncertainAfter == 20 && configuration.shortAbandon == 0)
    #expect(configuration.dayStart?.duration == .seconds(23_400))
    #expect(configuration.port == 9_000)
    #expect(configuration.country == "SG")
    #expect(configuration.window?.duration == .seconds(172_800))
    #expect(configuration.keepSize?.bytes == 5_000_000_000)
    #expect(configuration.durability == .os)
    #expect(configuration.ascii == true)
    #expect(configuration.bell == .red)
    #expect(configuration.notify == .ring)
    #expect(configuration.key == "1234")
    #expect(configuration.lines["window"] == 3)
  }

  @Test func `paths begin in the folder of the file, or at home`() throws {
    #expect(try read("data: journal").data == "/etc/board/journal")
    #expect(try read("data: /var/journal").data == "/var/journal")
    #expect(try read("data: ~/journal").data == "/home/asha/journal")
  }

  @Test func `a roster stands in the file or beside it`() throws {
    let text = "agents:\n  - {number: '204', name: Asha}\n"
    let inline = try read("roster:\n  agents:\n    - {number: '204', name: Asha}\n").roster
    let beside = try read("roster: people.yaml", files: ["/etc/board/people.yaml": text]).roster
    #expect(inline?.content.agents == [.init(number: "204", name: "Asha")])
    #expect(beside?.content.agents == inline?.content.agents)
    #expect(beside?.path == "/etc/board/people.yaml")
    #expect(inline?.path == nil)
  }

  @Test func `agents and lines stand at the top of the file as well as below roster`() throws {
    let text =
      "agents:\n  - {number: '204', name: Asha}\nlines:\n  - {number: '0804', label: Sales}\n"
    let top = try read("port: 1\n" + text)
    let below = try read("roster:\n  " + text.replacing("\n", with: "\n  ").dropLast(2))
    #expect(top.roster?.content.agents == below.roster?.content.agents)
    #expect(top.roster?.content.lines == [.init(number: "0804", label: "Sales")])
    #expect(top.lines["roster"] == 2)
    #expect(
      faults(in: "lines: []\nroster: {agents: []}").hasPrefix(
        "line 1, column 1: 'lines' stands beside 'roster'"))
    #expect(faults(in: "agents:\n  - {nmae: Asha}\n").contains("line 2, column 6: unknown key"))
  }

  @Test func `faults of a roster are told where it is named`() {
    #expect(
      faults(in: "port: 1\nroster: people.yaml").hasPrefix(
        "line 2, column 9: roster /etc/board/people.yaml cannot be read"))
    #expect(
      faults(in: "roster:\n  agents:\n    - {nmae: Asha}\n").contains(
        "line 3, column 8: unknown key 'nmae' in an agent"))
  }

  @Test func `all faults are told at once, with their places`() {
    let text = faults(
      in: """
        prot: 8080
        port: 99999
        zone: Mars/Base
        ephemeral: perhaps
        bind: [1, 2]
        country:
        theme: solarized
        day-start: 24:00
        """)
    let lines = text.split(separator: "\n")
    #expect(lines.count == 8)
    #expect(lines[7].hasPrefix("line 8, column 12: day-start 24:00: a time of day is"))
    #expect(lines[0].hasPrefix("line 1, column 1: unknown key 'prot' in the configuration"))
    #expect(lines[1] == "line 2, column 7: port 99999: a port is a number from 1 to 65535")
    #expect(lines[2].hasPrefix("line 3, column 7: zone Mars/Base"))
    #expect(lines[3] == "line 4, column 12: ephemeral perhaps: yes or no")
    #expect(lines[4] == "line 5, column 7: 'bind' must be a single value")
    #expect(lines[5].contains("'country' has no value"))
    #expect(lines[6].hasPrefix("line 7, column 8: theme solarized: a theme is one of default"))
  }

  @Test func `what is no configuration is refused with its place`() {
    #expect(faults(in: "port: [1\nbind: x\n").hasPrefix("line 2, column 5"))
    #expect(faults(in: "port: 1\nport: 2\n").contains("'port' is there twice"))
    #expect(faults(in: "- port\n").contains("must be a mapping"))
  }
}
