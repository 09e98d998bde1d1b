import Foundation
import Testing

@testable import CallboardCommands

@Suite struct AgentPagesTests {
  private static func page(_ numbers: [String], _ cursor: String?) -> [UInt8] {
    let agents = numbers.map { number in
      """
      {"number":"\(number)","name":null,"team":null,"status":"free","activity":"idle","since":null,
       "calls":[],"offered":0,"answered":0,"missed":0,"talkSeconds":0.5,"meanRingSeconds":null,
       "missesInARow":0,"addresses":["\(number)"],
       "out":{"placed":0,"connected":0,"missed":0,"talkSeconds":0}}
      """
    }
    let next = cursor.map { "\"\($0)\"" } ?? "null"
    return Array(
      "{\"agents\":[\(agents.joined(separator: ","))],\"total\":9,\"cursor\":\(next)}".utf8)
  }

  @Test func `pages are one answer, in which nobody is twice`() throws {
    let whole = RemoteAgents.joined([Self.page(["1", "2"], "c2"), Self.page(["2", "3"], nil)])
    let agents = try JSONDecoder().decode(RemoteAgents.self, from: Data(whole)).agents
    #expect(agents.map(\.number.text) == ["1", "2", "3"])
    #expect(agents.map(\.talkSeconds) == [0.5, 0.5, 0.5])
    #expect(String(decoding: whole, as: UTF8.self).contains("\"cursor\":null"))
  }

  @Test func `a page that is none is what is read`() {
    let odd = Array("no".utf8)
    #expect(RemoteAgents.joined([Self.page(["1"], "c1"), odd]) == odd)
  }
}
