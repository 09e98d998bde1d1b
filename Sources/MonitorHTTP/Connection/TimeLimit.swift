/// Something that must not take longer than it may.
enum TimeLimit {
  /// What `body` ends with; nil where it takes longer than `limit`, and is cancelled.
  static func result<Value: Sendable, Failure: Error>(
    within limit: Duration, _ body: @escaping @Sendable () async throws(Failure) -> Value
  ) async -> Result<Value, Failure>? {
    await withTaskGroup(of: Result<Value, Failure>?.self) { group in
      group.addTask {
        do throws(Failure) { return .success(try await body()) } catch { return .failure(error) }
      }
      group.addTask {
        try? await Task.sleep(for: limit)
        return nil
      }
      defer { group.cancelAll() }
      return await group.next() ?? nil
    }
  }
}
