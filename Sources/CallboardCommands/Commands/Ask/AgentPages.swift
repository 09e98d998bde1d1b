import BoardClient
import Foundation

extension RemoteAgents {
  /// More pages than any listener has agents for.
  private static let maximumPages = 200

  /// All agents, as one answer, however many answers the listener makes of them.
  static func body(
    from client: ListenerClient, _ path: String, _ query: [(name: String, value: String)]
  ) async throws(ListenerClientError) -> [UInt8] {
    let first = try await client.get(path, query)
    var pages = [first]
    var cursor = Self.cursor(in: first)
    while let next = cursor, pages.count < maximumPages {
      let page = try await client.get(path, query + [("cursor", next)])
      pages.append(page)
      cursor = Self.cursor(in: page)
    }
    return pages.count == 1 ? first : joined(pages)
  }

  /// Nil on the last page, and from a listener that has but one.
  private static func cursor(in page: [UInt8]) -> String? {
    struct Page: Decodable { var cursor: String? }
    return try? JSONDecoder().decode(Page.self, from: Data(page)).cursor
  }

  /// The agents of all pages, each once: some may have moved to another page meanwhile. A page that is
  /// none is left to whoever reads the answer.
  static func joined(_ pages: [[UInt8]]) -> [UInt8] {
    var (agents, known) = ([[String: Any]](), Set<String>())
    for page in pages {
      guard let object = try? JSONSerialization.jsonObject(with: Data(page)) as? [String: Any],
        let some = object["agents"] as? [[String: Any]]
      else { return page }
      agents += some.filter { ($0["number"] as? String).map { known.insert($0).inserted } ?? true }
    }
    let whole: [String: Any] = ["agents": agents, "total": agents.count, "cursor": NSNull()]
    let options: JSONSerialization.WritingOptions = [.sortedKeys, .withoutEscapingSlashes]
    let data = try? JSONSerialization.data(withJSONObject: whole, options: options)
    return data.map { Array($0) } ?? []
  }
}
