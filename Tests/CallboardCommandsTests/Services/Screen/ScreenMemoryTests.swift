import BoardScreen
import Foundation
import Testing

@testable import CallboardCommands

@Suite struct ScreenMemoryTests {
  private let folder = URL.temporaryDirectory.appending(path: "memory-\(UUID().uuidString)")
  private var memory: ScreenMemory { ScreenMemory(path: folder.path + "/state/screen.json") }

  private func write(_ text: String) throws {
    try FileManager.default.createDirectory(
      at: folder.appending(path: "state"), withIntermediateDirectories: true)
    try text.write(toFile: memory.path, atomically: true, encoding: .utf8)
  }

  @Test func `what was chosen is there the next time`() {
    defer { try? FileManager.default.removeItem(at: folder) }
    var preferences = ScreenPreferences()
    preferences.columns[.calls] = ["caller", "state"]
    preferences.orders[.calls] = .by(ListOrder(column: "state", isDescending: true))
    preferences.orders[.agents] = .own
    preferences.filters = ["state:ringing", "asha"]
    #expect(memory.load().warning == nil)
    #expect(memory.save(preferences) == nil)
    let loaded = memory.load()
    #expect(loaded.preferences == preferences)
    #expect(loaded.warning == nil)
    let attributes = try? FileManager.default.attributesOfItem(atPath: memory.path)
    #expect(attributes?[.posixPermissions] as? Int == 0o600)
  }

  @Test(arguments: [
    "", "{", "[]", "{\"columns\": 3, \"orders\": {}, \"filters\": []}", "\u{0}\u{0}",
  ])
  func `a damaged file is told of and ignored`(_ text: String) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try write(text)
    let loaded = memory.load()
    #expect(loaded.preferences == ScreenPreferences())
    #expect(loaded.warning?.contains("damaged") == true)
  }

  @Test func `columns that there are not, or twice, are left out`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try write(
      """
      {"filters": [], "orders": {"calls": {"column": "moon", "descending": true}},
      "columns": {"calls": ["caller", "moon"], "agents": ["agent", "agent"], "stars": ["caller"]}}
      """)
    #expect(memory.load().preferences.columns == [.calls: ["caller"]])
    #expect(memory.load().preferences.orders.isEmpty)
  }

  @Test func `where it cannot be written it says so`() {
    #expect(ScreenMemory(path: "/proc/no/screen.json").save(ScreenPreferences())?.isFault == true)
  }
}
