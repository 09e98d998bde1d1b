// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "callboard",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(url: "https://github.com/apple/swift-nio", from: "2.99.0"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.25.0"),
  ],
  targets: [
    .target(name: "CallModel", swiftSettings: strict),
    .target(name: "CallbackWire", dependencies: ["CallModel"], swiftSettings: strict),
    .target(
      name: "CallSimulator", dependencies: ["CallModel", "CallbackWire"], swiftSettings: strict),
    .target(
      name: "Monitoring", dependencies: ["CallModel", "CallbackWire"], swiftSettings: strict),
    .target(
      name: "MonitorHTTP",
      dependencies: [
        "CallModel", "CallbackWire", "Monitoring",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
      ],
      swiftSettings: strict),
    .target(name: "BoardScreen", dependencies: ["CallModel"], swiftSettings: strict),
    .target(
      name: "CNcurses",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(
      name: "NcursesTerminal", dependencies: ["BoardScreen", "CNcurses"], swiftSettings: strict),
    .testTarget(
      name: "CallModelTests", dependencies: ["CallModel"], exclude: ["Stories"],
      swiftSettings: strict),
    .testTarget(
      name: "CallbackWireTests", dependencies: ["CallModel", "CallbackWire"],
      swiftSettings: strict),
    .testTarget(
      name: "CallSimulatorTests", dependencies: ["CallModel", "CallbackWire", "CallSimulator"],
      swiftSettings: strict),
    .testTarget(
      name: "MonitoringTests", dependencies: ["CallModel", "CallbackWire", "Monitoring"],
      swiftSettings: strict),
    .testTarget(
      name: "MonitorHTTPTests",
      dependencies: [
        "CallModel", "CallbackWire", "Monitoring", "MonitorHTTP",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOEmbedded", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "BoardScreenTests", dependencies: ["CallModel", "BoardScreen"], exclude: ["Screens"],
      swiftSettings: strict),
    .testTarget(
      name: "NcursesTerminalTests", dependencies: ["BoardScreen", "NcursesTerminal", "CNcurses"],
      swiftSettings: strict),
  ]
)
