import CallModel
import Foundation
import Testing

@testable import CallboardCommands

@Suite struct AgentFinderTests {
  private static func agents(_ pairs: (String, String?)...) throws -> RemoteAgents {
    let objects = pairs.map { number, name in
      """
      {"number":"\(number)","name":\(name.map { "\"\($0)\"" } ?? "null"),"team":null,"status":"free",
       "activity":"idle","since":null,"calls":[],"offered":0,"answered":0,"missed":0,
       "talkSeconds":0,"meanRingSeconds":null,"missesInARow":0,
       "addresses":["\(number)","sip:of-\(number)"],
       "out":{"placed":0,"connected":0,"missed":0,"talkSeconds":0}}
      """
    }
    let json = "{\"agents\":[\(objects.joined(separator: ","))]}"
    return try JSONDecoder().decode(RemoteAgents.self, from: Data(json.utf8))
  }

  private func find(_ text: String) throws -> String {
    let agents = try Self.agents(
      ("+919880000001", "Asha Rao"), ("09880000002", "Ravi Kumar"), ("+919880000012", "Asha"),
      ("sip:jo", nil))
    return try AgentFinder(text: text, country: .india).find(in: agents).text
  }

  @Test(arguments: [
    ("rao", "+919880000001"), ("ASHA RAO", "+919880000001"), ("asha", "+919880000012"),
    ("0 98800 00001", "+919880000001"), ("+919880000002", "09880000002"),
    ("80000002", "09880000002"), ("sip:of-+919880000001", "+919880000001"),
    ("jo", "sip:jo"), ("09999900000", "09999900000"),
  ])
  func `a name, a number or a part of one will do`(_ text: String, _ number: String) throws {
    #expect(try find(text) == number)
  }

  @Test func `several are listed, and nobody is said to be nobody`() {
    let several = AgentFinder.Fault.several(
      "9880000", ["+919880000001  Asha Rao", "09880000002  Ravi Kumar", "+919880000012  Asha"])
    #expect(throws: several) { try find("9880000") }
    #expect(several.description.hasPrefix("3 agents match '9880000':\n  +919880000001  Asha Rao\n"))
    #expect(throws: AgentFinder.Fault.nobody("meera")) { try find("meera") }
    #expect(throws: AgentFinder.Fault.nobody("77")) { try find("77") }
  }
}
