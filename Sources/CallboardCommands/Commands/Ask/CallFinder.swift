import BoardClient
import CallModel

/// Finds the call of a listener whose sid begins so, where no call has it as its whole sid.
struct CallFinder {
  /// How many are named where there are several.
  private static let most = 5

  private let text: String

  init(beginning text: String) { self.text = text }

  /// Nil where no sid begins so.
  ///
  /// - Throws: the exit code 66 where several begin so, after naming them; else what the listener
  ///   answers.
  func sid(_ client: ListenerClient) async throws -> String? {
    let filter = CallFilter.field(.sid, SearchText(text)).description
    let query = [("state", "all"), ("limit", "\(Self.most + 1)"), ("q", filter)]
    let sids = try await client.answer(RemoteCalls.self, "/v1/calls", query).calls.map(\.sid.text)
      .sorted()
    guard sids.count > 1 else { return sids.first }
    let some =
      sids.prefix(Self.most).joined(separator: ", ") + (sids.count > Self.most ? ", …" : "")
    throw Failure.tell("several calls begin with \(text): \(some)", code: 66)
  }
}
