import CallModel

extension CallMonitor {
  /// So many calls are looked at before callbacks have their turn again.
  private static let calls = 256

  /// The calls that match a query, as they stand within the moment that looking takes.
  package func calls(_ query: CallQuery) -> CallResult {
    guard query.isSelective else { return read { board, _, _ in board.calls(query) } }
    let compiled = CompiledQuery(query)
    let places = read { board, _, _ in board.places(of: query.which) }
    let wanted = max(query.offset, 0)..<(max(query.offset, 0) + max(query.limit, 0))
    var result = CallResult(rows: [], total: 0)
    for start in stride(from: 0, to: places.count, by: Self.calls) {
      let chunk = Array(places[start..<min(start + Self.calls, places.count)])
      let (rows, now) = read { board, _, now in (board.rows(at: chunk), now) }
      for row in rows where compiled.matches(row, now: now) {
        if wanted.contains(result.total) { result.rows.append(row) }
        result.total += 1
      }
    }
    return result
  }
}
