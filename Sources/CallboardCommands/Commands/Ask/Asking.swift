import ArgumentParser
import BoardClient
import CallModel
import Foundation

/// Asks a listener once, or again and again, and prints what it answers.
struct Asking<Answer: RemoteAnswer> {
  let options: AskOptions
  let path: String
  var query: [(name: String, value: String)] = []
  /// Said instead of what the table says where it has no rows.
  var empty: String?
  /// Finds the call to go on with where the one that is asked for is not found.
  var finder: CallFinder?

  func run() async throws {
    let client = try options.client()
    var result: Result<Void, any Error> = .success(())
    do {
      try await ask(client)
    } catch let error as ListenerClientError {
      result = .failure(Failure.exit(error))
    } catch {
      result = .failure(error)
    }
    try await client.close()
    try result.get()
  }

  private func ask(_ client: ListenerClient) async throws {
    var (body, query) = try await first(client)
    while true {
      try print(body)
      guard let pause = options.watch else { return }
      try await Task.sleep(for: .seconds(pause))
      body = try await Answer.body(from: client, path, query)
    }
  }

  /// The first answer, with the query that found it.
  private func first(
    _ client: ListenerClient
  ) async throws -> (body: [UInt8], query: [(name: String, value: String)]) {
    let missing: ListenerClientError
    do {
      return (try await Answer.body(from: client, path, query), query)
    } catch {
      guard case .refused(404, _) = error, finder != nil else { throw error }
      missing = error
    }
    guard let sid = try await finder?.sid(client) else { throw missing }
    let found = RemoteCall.query(sid)
    return (try await Answer.body(from: client, path, found), found)
  }

  private func print(_ body: [UInt8]) throws {
    let width = FittedTable.terminalWidth
    var output = StandardOutput()
    if options.watch != nil, width != nil { output.write("\u{1B}[H\u{1B}[2J".utf8) }
    switch options.format {
    case .json:
      output.write(body)
      output.line("")
    case .csv:
      for row in try answer(body).csv {
        output.line(row.map(CallLines.quoted).joined(separator: ","))
      }
    case .table:
      var table = try answer(body).table(now: .now())
      table.empty = empty ?? table.empty
      for line in table.lines(width: width) { output.line(line) }
      if options.watch != nil, width == nil { output.line("") }
    }
    output.flush()
  }

  private func answer(_ body: [UInt8]) throws -> Answer {
    do {
      return try JSONDecoder().decode(Answer.self, from: Data(body))
    } catch {
      throw Failure.tell("\(options.url) does not answer as a callboard does", code: 76)
    }
  }

}
