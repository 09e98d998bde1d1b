// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// Built into the program, which is one file.
let scenarios = [
  "busy-day", "sequential-hunt", "parallel-ring", "redial", "missed", "rejected",
  "caller-hangs-up", "voicemail", "no-ringing", "dial-terminal-only", "without-event-type",
  "outbound-answered", "outbound-agent-fails", "outbound-default-payload", "ivr-then-agent",
  "bot-hands-over", "softphone", "contact-centre", "status-inbound", "two-devices",
  "exoml-bridge", "exobridge", "campaign",
]

let package = Package(
  name: "callboard",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "callboard", targets: ["callboard"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.1.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.99.0"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.36.0"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.25.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.6.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
  ],
  targets: [
    .target(name: "CallModel", swiftSettings: strict),
    .target(name: "CallbackWire", dependencies: ["CallModel"], swiftSettings: strict),
    .target(
      name: "CallSimulator",
      dependencies: [
        "CallModel", "CallbackWire",
        .product(name: "HeapModule", package: "swift-collections"),
      ],
      swiftSettings: strict),
    .systemLibrary(
      name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .target(
      name: "CallJournal",
      dependencies: [
        "CallModel", "CallbackWire", "CZlib",
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict),
    .target(
      name: "Monitoring",
      dependencies: [
        "CallModel", "CallbackWire", "CallJournal",
        .product(name: "DequeModule", package: "swift-collections"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict),
    .target(
      name: "MonitorHTTP",
      dependencies: [
        "CallModel", "CallbackWire", "CallJournal", "CZlib", "Monitoring",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "DequeModule", package: "swift-collections"),
        .product(name: "HeapModule", package: "swift-collections"),
      ],
      resources: [.embedInCode("../../Assets/openapi.json")], swiftSettings: strict),
    .target(
      name: "OutgoingHTTP",
      dependencies: [
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
      ],
      swiftSettings: strict),
    .target(
      name: "CallbackDelivery",
      dependencies: [
        "CallModel", "CallbackWire", "OutgoingHTTP",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
      ],
      swiftSettings: strict),
    .target(
      name: "BoardClient",
      dependencies: [
        "CallModel", "CallbackWire", "CallJournal", "Monitoring", "OutgoingHTTP",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
      ],
      swiftSettings: strict),
    .target(name: "BoardScreen", dependencies: ["CallModel"], swiftSettings: strict),
    .target(
      name: "LiveBoard",
      dependencies: ["CallModel", "CallbackWire", "Monitoring", "BoardScreen"],
      swiftSettings: strict),
    .target(name: "CProcess"),
    .target(
      name: "CNcurses", dependencies: ["CProcess"],
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(
      name: "NcursesTerminal", dependencies: ["BoardScreen", "CNcurses"], swiftSettings: strict),
    .target(
      name: "CallboardCommands",
      dependencies: [
        "CProcess", "CallModel", "CallbackWire", "CallSimulator", "CallJournal", "Monitoring",
        "MonitorHTTP", "OutgoingHTTP", "CallbackDelivery", "BoardClient", "BoardScreen",
        "LiveBoard", "NcursesTerminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
        .product(name: "Yams", package: "Yams"),
      ],
      resources: scenarios.map { .embedInCode("../../Assets/Scenarios/\($0).yaml") },
      swiftSettings: strict),
    .executableTarget(
      name: "callboard", dependencies: ["CallboardCommands"], swiftSettings: strict),
    .executableTarget(
      name: "CallboardBenchmarks",
      dependencies: [
        "CallModel", "CallbackWire", "CallJournal", "BoardScreen", "Monitoring",
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "CallModelTests", dependencies: ["CallModel"], exclude: ["Stories"],
      swiftSettings: strict),
    .testTarget(
      name: "CallbackWireTests", dependencies: ["CallModel", "CallbackWire"],
      swiftSettings: strict),
    .testTarget(
      name: "CallSimulatorTests", dependencies: ["CallModel", "CallbackWire", "CallSimulator"],
      swiftSettings: strict),
    .target(
      name: "JournalTesting",
      dependencies: [
        "CallModel", "CallbackWire", "CallJournal", .product(name: "Logging", package: "swift-log"),
      ],
      path: "Tests/JournalTesting", swiftSettings: strict),
    .testTarget(
      name: "CallJournalTests",
      dependencies: ["CallModel", "CallbackWire", "CallJournal", "JournalTesting"],
      exclude: ["Reading/Fixtures"], swiftSettings: strict),
    .testTarget(
      name: "MonitoringTests",
      dependencies: ["CallModel", "CallbackWire", "CallJournal", "Monitoring", "JournalTesting"],
      swiftSettings: strict),
    .testTarget(
      name: "MonitorHTTPTests",
      dependencies: [
        "CallModel", "CallbackWire", "CallJournal", "Monitoring", "MonitorHTTP",
        "BoardClient", "ListenerTesting",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOEmbedded", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ],
      swiftSettings: strict),
    .target(
      name: "ListenerTesting",
      dependencies: [
        "CallModel", "CallbackWire", "Monitoring", "MonitorHTTP",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ],
      path: "Tests/ListenerTesting", swiftSettings: strict),
    .testTarget(
      name: "OutgoingHTTPTests",
      dependencies: [
        "CallbackWire", "OutgoingHTTP", "CallbackDelivery", "ListenerTesting",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOEmbedded", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "CallbackDeliveryTests",
      dependencies: [
        "CallModel", "CallbackWire", "Monitoring", "MonitorHTTP", "CallbackDelivery",
        "ListenerTesting",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "BoardClientTests",
      dependencies: [
        "CallModel", "CallbackWire", "CallJournal", "Monitoring", "MonitorHTTP", "BoardClient",
        "ListenerTesting",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "BoardScreenTests", dependencies: ["CallModel", "BoardScreen"], exclude: ["Screens"],
      swiftSettings: strict),
    .testTarget(
      name: "LiveBoardTests",
      dependencies: ["CallModel", "CallbackWire", "Monitoring", "BoardScreen", "LiveBoard"],
      swiftSettings: strict),
    .testTarget(
      name: "NcursesTerminalTests", dependencies: ["BoardScreen", "NcursesTerminal", "CNcurses"],
      swiftSettings: strict),
    .testTarget(
      name: "CallboardCommandsTests",
      dependencies: [
        "CProcess", "CallModel", "CallbackWire", "CallSimulator", "CallJournal", "Monitoring",
        "MonitorHTTP",
        "CallbackDelivery", "BoardClient", "BoardScreen", "LiveBoard", "CallboardCommands",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "CallboardEndToEndTests",
      dependencies: [
        "callboard", "CallbackWire", "CallbackDelivery", "CallJournal", "MonitorHTTP",
        "BoardScreen",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ],
      swiftSettings: strict),
    .testTarget(name: "ArchitectureTests", swiftSettings: strict),
  ]
)
