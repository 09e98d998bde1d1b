import Foundation
import Testing

/// The direction of the arrows: each target imports what it may, and nothing else.
@Suite struct ImportTests {
  static let allowed: [String: Set<String>] = [
    "CallModel": [],
    "CallbackWire": ["CallModel", "FoundationEssentials"],
    "CallSimulator": ["CallModel", "CallbackWire", "HeapModule"],
    "CallJournal": [
      "CallModel", "CallbackWire", "CZlib", "Dispatch", "Foundation", "Synchronization", "Logging",
    ],
    "Monitoring": [
      "CallModel", "CallbackWire", "CallJournal", "Dispatch", "Synchronization", "DequeModule",
    ],
    "MonitorHTTP": [
      "CallModel", "CallbackWire", "CallJournal", "CZlib", "Monitoring", "Foundation",
      "FoundationEssentials",
      "Synchronization", "Logging", "NIOCore", "NIOPosix", "NIOHTTP1",
      "DequeModule", "HeapModule",
    ],
    "OutgoingHTTP": [
      "Foundation", "FoundationEssentials", "NIOCore", "NIOPosix", "NIOHTTP1", "NIOSSL",
      "AsyncHTTPClient",
    ],
    "CallbackDelivery": [
      "CallModel", "CallbackWire", "OutgoingHTTP", "FoundationEssentials", "NIOCore", "NIOHTTP1",
      "AsyncHTTPClient",
    ],
    "BoardClient": [
      "CallModel", "CallbackWire", "CallJournal", "Monitoring", "OutgoingHTTP", "Foundation",
      "Synchronization", "NIOCore", "NIOHTTP1", "AsyncHTTPClient",
    ],
    "BoardScreen": ["CallModel"],
    "LiveBoard": ["CallModel", "CallbackWire", "Monitoring", "BoardScreen", "Synchronization"],
    "NcursesTerminal": ["BoardScreen", "CallModel", "CNcurses", "Glibc"],
    "CallboardCommands": [
      "CallModel", "CallbackWire", "CallSimulator", "CallJournal", "Monitoring", "MonitorHTTP",
      "OutgoingHTTP", "CallbackDelivery", "BoardClient", "BoardScreen", "LiveBoard",
      "NcursesTerminal", "CProcess",
      "Dispatch", "Foundation",
      "Synchronization",
      "ArgumentParser", "Logging", "ServiceLifecycle", "UnixSignals", "Yams",
    ],
    "callboard": ["CallboardCommands"],
  ]

  private static let sources = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources")

  @Test(arguments: allowed.keys.sorted())
  func `a target imports only what its place in the architecture allows`(
    _ target: String
  ) throws {
    let files = try Self.files(of: target)
    #expect(!files.isEmpty)
    for file in files {
      let imports = try Self.imports(in: file)
      let excess = imports.subtracting(Self.allowed[target] ?? [])
      #expect(excess.isEmpty, "\(file.lastPathComponent) imports \(excess.sorted())")
    }
  }

  @Test func `every target has its row`() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.sources.path)
    let free: Set = ["CallboardBenchmarks", "CNcurses", "CProcess", "CZlib"]
    #expect(Set(folders).subtracting(free) == Set(Self.allowed.keys))
  }

  private static func files(of target: String) throws -> [URL] {
    let folder = sources.appending(path: target)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return paths.filter { $0.hasSuffix(".swift") }.map { folder.appending(path: $0) }
  }

  private static func imports(in file: URL) throws -> Set<String> {
    let text = try String(contentsOf: file, encoding: .utf8)
    let lines = text.split(separator: "\n").map { $0.split(separator: " ") }
    let names = lines.compactMap { words -> String? in
      guard let place = words.firstIndex(of: "import"), words.count > place + 1,
        words[..<place].allSatisfy({ $0.hasPrefix("@") || $0 == "package" || $0 == "private" })
      else { return nil }
      let isScoped = ["func", "struct", "class", "enum", "protocol", "var", "let"]
        .contains(String(words[place + 1]))
      let name = words[isScoped && words.count > place + 2 ? place + 2 : place + 1]
      return String(name.split(separator: ".")[0])
    }
    return Set(names)
  }
}
