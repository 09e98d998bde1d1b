// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "callboard",
  platforms: [.macOS(.v15)],
  targets: [
    .target(name: "CallModel", swiftSettings: strict),
    .target(name: "CallbackWire", dependencies: ["CallModel"], swiftSettings: strict),
    .target(
      name: "CallSimulator", dependencies: ["CallModel", "CallbackWire"], swiftSettings: strict),
    .target(
      name: "Monitoring", dependencies: ["CallModel", "CallbackWire"], swiftSettings: strict),
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
  ]
)
