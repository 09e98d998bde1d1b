import Testing

@testable import CallModel

@Suite struct StorageTests {
  @Test func `a chunked array is an array, and copies are their own`() {
    var array = ChunkedArray<[Int]>()
    for number in 0..<300 { array.append([number]) }
    let copy = array
    for place in array.indices where place.isMultiple(of: 7) { array[place].append(-1) }
    array.append([300])
    #expect(array.count == 301 && copy.count == 300)
    #expect(array.indices.allSatisfy { array[$0].first == $0 })
    #expect(array.indices.filter { array[$0].count == 2 } == Array(stride(from: 0, to: 300, by: 7)))
    #expect(copy.indices.allSatisfy { copy[$0] == [$0] })
  }

  @Test func `a sharded dictionary is a dictionary, and copies are their own`() {
    var random = Seeded(7)
    var dictionary = ShardedDictionary<String, [Int]>()
    var model: [String: [Int]] = [:]
    var copies: [(ShardedDictionary<String, [Int]>, [String: [Int]])] = []
    for step in 0..<5_000 {
      let key = "c\(Int.random(in: 0..<900, using: &random))"
      switch Int.random(in: 0..<4, using: &random) {
      case 0:
        dictionary[key] = nil
        model[key] = nil
      case 1:
        dictionary[key]?.append(step)
        model[key]?.append(step)
      case 2:
        dictionary[key] = [step]
        model[key] = [step]
      default:
        dictionary[key, default: []].append(step)
        model[key, default: []].append(step)
      }
      if step.isMultiple(of: 1_000) { copies.append((dictionary, model)) }
    }
    for (dictionary, model) in copies + [(dictionary, model)] {
      #expect((0..<900).allSatisfy { dictionary["c\($0)"] == model["c\($0)"] })
    }
  }
}
