import CallModel

/// The simulated floor: its agents, its ExoPhones, and who is taken when.
package struct CallCenter: Sendable {
  package struct Agent: Sendable, Hashable {
    package var name: String
    package var number: String
    package var team: String
  }

  package struct Line: Sendable, Hashable {
    package var number: String
    package var label: String
  }

  package let agents: [Agent]
  package let lines: [Line]
  private var taken: [[ClosedRange<Duration>]]

  package init(agents: [Agent], lines: [Line]) {
    self.agents = agents
    self.lines = lines
    taken = Array(repeating: [], count: agents.count)
  }

  /// Eight agents in two teams and three ExoPhones.
  package static let small = CallCenter(
    agents: [
      Agent(name: "Asha Rao", number: "+919880000001", team: "Sales"),
      Agent(name: "Ravi Kumar", number: "+919880000002", team: "Sales"),
      Agent(name: "Meera Shah", number: "+919880000003", team: "Sales"),
      Agent(name: "Imran Khan", number: "+919880000004", team: "Sales"),
      Agent(name: "Jo D'Souza", number: "+919880000005", team: "Support"),
      Agent(name: "Priya Nair", number: "+919880000006", team: "Support"),
      Agent(name: "Karthik S", number: "+919880000007", team: "Support"),
      Agent(name: "Divya Menon", number: "+919880000008", team: "Support"),
    ],
    lines: [
      Line(number: "08044556601", label: "Sales"),
      Line(number: "08044556602", label: "Support"),
      Line(number: "08044556603", label: "Callback"),
    ])

  /// The agents of a floor as the board's roster has them.
  package func roster(country: Country) -> Roster {
    Roster(
      agents: agents.map {
        Roster.Entry(
          number: PhoneNumber($0.number, country: country), name: $0.name, team: $0.team)
      },
      lines: lines.map { (PhoneNumber($0.number, country: country), $0.label) })
  }

  /// The agents of a team (of all teams, for nil) who are free for all of a span of time.
  func free(_ team: String?, during span: ClosedRange<Duration>) -> [Int] {
    agents.indices.filter { place in
      (team == nil || agents[place].team == team)
        && !taken[place].contains { $0.overlaps(span) }
    }
  }

  /// Takes an agent for a span of time. Spans that ended before `now` are forgotten.
  mutating func take(_ place: Int, during span: ClosedRange<Duration>, now: Duration) {
    taken[place].removeAll { $0.upperBound < now }
    taken[place].append(span)
  }
}
