import ArgumentParser
import BoardClient
import BoardScreen
import CallModel
import CallbackWire
import Foundation
import Monitoring

/// Finds the agent whom somebody means: by a name, a number in any spelling, or a part of one.
struct AgentFinder {
  /// Why it is not one agent.
  enum Fault: Error, Hashable, CustomStringConvertible {
    case nobody(String)
    /// What was looked for, and all who match.
    case several(String, [String])

    /// In one line.
    var headline: String {
      switch self {
      case .nobody(let text): "no agent matches '\(text)'"
      case .several(let text, let agents): "\(agents.count) agents match '\(text)'"
      }
    }

    /// With what to do, or who they are.
    var description: String {
      switch self {
      case .nobody: headline + "; 'callboard agents' lists those that are known"
      case .several(_, let agents):
        headline + ":\n" + agents.map { "  " + $0 }.joined(separator: "\n")
      }
    }
  }

  let text: String
  let country: Country

  /// A name or number that is all of the text comes before those of which it is a part. A whole
  /// number is one also where nobody knows it yet.
  func find(in agents: RemoteAgents) throws(Fault) -> PhoneNumber {
    let candidates = agents.agents.map { agent in
      (
        number: PhoneNumber(agent.number.text, country: country), name: agent.name?.text,
        addresses: agent.addresses.map { PhoneNumber($0.text, country: country) }
      )
    }
    let number = PhoneNumber(text, country: country)
    let exact = candidates.filter { candidate in
      candidate.addresses.contains { $0.key == number.key }
        || candidate.name?.lowercased() == text.lowercased()
    }
    let wanted = CompiledFilter(.field(.agent, SearchText(text)))
    let found =
      exact.isEmpty
      ? candidates.filter { candidate in
        candidate.addresses.contains { address in
          let agent = Agent(number: address, name: candidate.name, team: nil, activity: .idle)
          return wanted.matches(agent, now: .now())
        }
      } : exact
    switch found.count {
    case 1: return found[0].number
    case 0 where isWholeNumber: return number
    case 0: throw .nobody(text)
    default: throw .several(text, found.map { "\($0.number.text)  \($0.name ?? "")" })
    }
  }

  private static let fewestDigits = 8

  private var isWholeNumber: Bool {
    text.allSatisfy { $0.isNumber || "+-. ()".contains($0) }
      && text.count(where: \.isNumber) >= Self.fewestDigits
  }
}

extension ListenerClient {
  /// The agent whom a text means, and what the listener says of itself.
  ///
  /// - Throws: ``ListenerClientError`` or ``AgentFinder/Fault``.
  func find(_ text: String) async throws -> (number: PhoneNumber, ListenerGreeting, RemoteAgents) {
    let greeting = try await greeting()
    let agents = try decoded(
      RemoteAgents.self, try await RemoteAgents.body(from: self, "/v1/agents", []))
    guard let country = greeting.board.dialingCountry else {
      throw ListenerClientError.strange(
        base, "its country is \(TextCleaning.cleaned(greeting.board.country))")
    }
    let number = try AgentFinder(text: text, country: country).find(in: agents)
    return (number, greeting, agents)
  }

  func answer<Answer: Decodable>(
    _ type: Answer.Type, _ path: String, _ query: [(name: String, value: String)] = []
  ) async throws(ListenerClientError) -> Answer {
    try decoded(type, try await get(path, query))
  }

  private func decoded<Answer: Decodable>(
    _ type: Answer.Type, _ body: [UInt8]
  ) throws(ListenerClientError) -> Answer {
    do {
      return try JSONDecoder().decode(type, from: Data(body))
    } catch {
      throw .strange(base, "a field is missing or no field's value")
    }
  }
}
