import CallModel
import MonitorHTTP

/// Finds the call of a listener whose sid begins so.
struct CallFinder {
  let options: AskOptions

  /// How many are named where there are several.
  private static let most = 5

  /// The whole sid; the text itself where it is one, or where no sid begins so.
  ///
  /// - Throws: the exit code 66 where several begin so, or that of a listener that does not answer, after
  ///   telling why.
  func sid(beginning text: String) async throws -> String {
    let client = try options.client()
    let found: Result<[String], any Error>
    do {
      found = .success(try await sids(text, client))
    } catch {
      found = .failure(Failure.exit(error))
    }
    try await client.close()
    let sids = try found.get()
    guard sids.count > 1 else { return sids.first ?? text }
    let some =
      sids.prefix(Self.most).joined(separator: ", ") + (sids.count > Self.most ? ", …" : "")
    throw Failure.tell("several calls begin with \(text): \(some)", code: 66)
  }

  private func sids(_ text: String, _ client: BoardClient) async throws -> [String] {
    if try await isThere(text, client) { return [text] }
    let filter = CallFilter.field(.sid, SearchText(text)).description
    let query = [("state", "all"), ("limit", "\(Self.most + 1)"), ("q", filter)]
    return try await client.answer(RemoteCalls.self, "/v1/calls", query).calls.map(\.sid.text)
      .sorted()
  }

  private func isThere(_ sid: String, _ client: BoardClient) async throws -> Bool {
    do {
      _ = try await client.get(RemoteCall.path(sid), [])
      return true
    } catch {
      guard case .refused(let status, _) = error, status == 404 else { throw error }
      return false
    }
  }
}
