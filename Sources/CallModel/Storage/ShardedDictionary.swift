/// A dictionary in many small ones: growing, and the first change of a copy, cost what one of them does.
package struct ShardedDictionary<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private static var shardCount: Int { 1_024 }

  private var shards = [[Key: Value]](repeating: [:], count: shardCount)

  package init() {}

  package subscript(key: Key) -> Value? {
    _read { yield shards[Self.shard(of: key)][key] }
    _modify { yield &shards[Self.shard(of: key)][key] }
  }

  package subscript(key: Key, default value: @autoclosure () -> Value) -> Value {
    _read { yield shards[Self.shard(of: key)][key, default: value()] }
    _modify { yield &shards[Self.shard(of: key)][key, default: value()] }
  }

  /// Changes a value where it stands; `value` is put there first where none is.
  package mutating func update<Result>(
    _ key: Key, default value: @autoclosure () -> Value, _ change: (inout Value) -> Result
  ) -> Result {
    change(&shards[Self.shard(of: key)][key, default: value()])
  }

  /// By other bits than those by which the small ones place their keys.
  private static func shard(of key: Key) -> Int {
    Int(truncatingIfNeeded: UInt(bitPattern: key.hashValue) >> 48) & (shardCount - 1)
  }
}
