import ArgumentParser
import BoardClient
import BoardScreen
import CallModel
import Monitoring

/// Who rings for an agent now, in one line.
struct RingingAnswer {
  /// The exit codes: it rings, it does not, nobody can tell.
  enum Certainty: Int32 { case rings, isQuiet, isUnknown }

  let client: ListenerClient
  /// What names the agent.
  let text: String

  /// The line, and how sure it is. What cannot be known says why.
  func ask() async -> (line: String, certainty: Certainty) {
    do {
      let (number, greeting, agents) = try await client.find(text)
      let country = greeting.board.dialingCountry ?? .india
      let found = agents.agents.first {
        PhoneNumber($0.number.text, country: country).key == number.key
      }
      guard let agent = found else {
        return ("unknown: no call of this agent has come", .isUnknown)
      }
      return try await tell(agent, greeting, country)
    } catch let fault as AgentFinder.Fault {
      Failure.say("\(fault)")
      return ("unknown: " + fault.headline, .isUnknown)
    } catch let error as ListenerClientError {
      return ("unknown: " + error.reason, .isUnknown)
    } catch {
      return ("unknown: \(error)", .isUnknown)
    }
  }

  private func tell(
    _ agent: RemoteAgents.Agent, _ greeting: ListenerGreeting, _ country: Country
  ) async throws -> (line: String, certainty: Certainty) {
    let roster = greeting.board.roster(country: country)
    let keys = Set(agent.addresses.map { PhoneNumber($0.text, country: country).key })
    let since = agent.since.map { " " + $0.age(greeting.clock ?? .now()) } ?? ""
    let isFree = agent.status.text == Agent.Status.free.rawValue
    let first = (isFree ? agent.status : agent.activity).text
    guard !agent.calls.isEmpty else { return (first + since, .isQuiet) }
    var (words, rings) = ([String](), false)
    // While they talk another call may ring.
    for sid in agent.calls {
      let call = try await client.answer(
        RemoteCalls.Call.self, RemoteCall.path, RemoteCall.query(sid.text))
      let state = words.isEmpty ? first : call.activity(ofAgent: keys, country).rawValue
      rings = rings || state == Agent.Activity.ringing.rawValue
      let who = try await caller(call, roster, country)
      words.append(state + (words.isEmpty ? since : "") + "  " + who)
    }
    return (words.joined(separator: "; "), rings ? .rings : .isQuiet)
  }

  /// `+919812300001 on Sales, 3 calls before`.
  private func caller(
    _ call: RemoteCalls.Call, _ roster: Roster, _ country: Country
  ) async throws -> String {
    var words = call.customer
    if let line = call.virtualNumber?.text {
      words += " on " + (roster.label(PhoneNumber(line, country: country)) ?? line)
    }
    guard let number = call.customerNumber else { return words }
    let before = try await client.answer(
      RemoteCalls.self, "/v1/calls", [("state", "ended"), ("number", number), ("limit", "1")]
    ).total
    guard before > 0 else { return words }
    return words + (before == 1 ? ", 1 call before" : ", \(before) calls before")
  }
}
