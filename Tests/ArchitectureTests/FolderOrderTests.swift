import Foundation
import Testing

/// The direction of the arrows within a target: a folder names types of the folders below it, never of
/// those above.
@Suite struct FolderOrderTests {
  /// The folders of a target from the lowest to the highest; those within them that have no place of
  /// their own go with them. Files outside of all folders stand above the last.
  struct Order: CustomTestStringConvertible, Sendable {
    var target: String
    var folders: [String]
    /// The least number of types that must have been found, so that a table cannot pass by finding none.
    var leastTypes: Int

    var testDescription: String { target }
  }

  static let orders = [
    Order(
      target: "BoardScreen",
      folders: [
        "Frame", "Themes", "Documents", "Words", "Input", "Settings", "Pages", "Widgets", "Ladder",
        "Lists", "Layout", "State", "Views", "Screen", "ScreenLoop",
      ], leastTypes: 100),
    Order(
      target: "CallModel",
      folders: [
        "Values", "Storage", "Calls", "Account", "Folding/History", "Folding/Bridges",
        "Folding/Attempts", "Folding/Sides", "Folding", "Figures", "Lines", "Filter", "Board",
        "Listing",
      ], leastTypes: 100),
  ]

  private static let sources = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources")

  @Test(arguments: orders) func `a folder names no type of a folder above it`(
    _ order: Order
  ) throws {
    let files = try Self.files(of: order.target)
    let types = files.reduce(0) { $0 + $1.declared.count }
    #expect(types >= order.leastTypes)
    for fault in Self.faults(in: files, order.folders) { Issue.record("\(fault)") }
  }

  @Test(arguments: orders) func `every folder has its place`(_ order: Order) throws {
    let paths = try Self.files(of: order.target).map(\.path)
    let folders = Set(paths.map { Self.folder($0, of: order.folders) ?? $0 })
    #expect(folders == Set(order.folders))
    #expect(order.folders.count == Set(order.folders).count)
  }

  @Test func `an arrow upwards is found, with the file, the type and both folders`() {
    let files = [
      SwiftSource(path: "Low/A.swift", text: "struct A { var b: Bee }\nprivate enum Own {}"),
      SwiftSource(path: "High/B.swift", text: "package struct Bee { struct Inner {}; var a: A }"),
      SwiftSource(path: "Top.swift", text: "enum Top {}"),
    ]
    #expect(
      Self.faults(in: files, ["Low", "High"]) == [
        "Low/A.swift names Bee of High/B.swift: Low stands before High"
      ])
  }

  @Test(arguments: [
    "// Bee", "/// ``Bee``", "/* /* */ Bee */", #"let a = "Bee""#, #"let a = "\"Bee""#,
    "let a = #\"\"Bee\"#", "let a = \"\"\"\n  \"Bee\"\n  \"\"\"", "let a = Other.Bee",
    "struct A { enum Bee {} }", "let bee = aBee",
  ])
  func `what only looks like the name of a type does not count`(_ text: String) {
    #expect(!SwiftSource(path: "Low/A.swift", text: text).named.contains("Bee"))
  }

  @Test(arguments: [
    "let a: Bee", "let a = [Bee]()", "extension Bee {}", #"let a = "x \(Bee(")").text) y""#,
    "let a = \"/* \"; let b = Bee()", "func a(_ b: some Bee) {}", "Bee.a()",
  ])
  func `the name of a type counts wherever it stands`(_ text: String) {
    #expect(SwiftSource(path: "Low/A.swift", text: text).named.contains("Bee"))
  }
}

extension FolderOrderTests {
  /// The innermost of the folders that a path lies in; nil for a file outside of all.
  fileprivate static func folder(_ path: String, of folders: [String]) -> String? {
    folders.filter { path.hasPrefix($0 + "/") }.max { $0.count < $1.count }
  }

  fileprivate static func files(of target: String) throws -> [SwiftSource] {
    let folder = sources.appending(path: target)
    return try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(".swift") }
      .map { path in
        let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
        return SwiftSource(path: path, text: text)
      }
  }

  /// What names a type of a folder above its own.
  fileprivate static func faults(in files: [SwiftSource], _ folders: [String]) -> [String] {
    func height(_ path: String) -> Int {
      folder(path, of: folders).flatMap(folders.firstIndex) ?? folders.count
    }
    var homes: [String: String] = [:]
    for file in files { for type in file.declared { homes[type] = file.path } }
    return files.flatMap { file in
      file.named.sorted().compactMap { type -> String? in
        guard let home = homes[type], height(home) > height(file.path) else { return nil }
        let own = folder(file.path, of: folders) ?? "the root"
        let other = folder(home, of: folders) ?? "the root"
        return "\(file.path) names \(type) of \(home): \(own) stands before \(other)"
      }
    }
  }
}
