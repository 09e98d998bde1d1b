import ArgumentParser

extension ArgumentHelp {
  /// With the default behind it, as the parser tells those of values that it reads by itself.
  init(_ text: String, default value: some CustomStringConvertible, valueName: String) {
    self.init("\(text) (default: \(value))", valueName: valueName)
  }
}
