extension Duration {
  /// Reads `20`, `20s`, `5m`, `1h`; up to a year.
  package init?(text: String) {
    let units: [Character: Int64] = ["s": 1, "m": 60, "h": 3_600]
    let unit = text.last.flatMap { units[$0] }
    let digits = unit == nil ? text : String(text.dropLast())
    guard let count = Int64(digits), (0...31_536_000).contains(count) else { return nil }
    self = .seconds(count * (unit ?? 1))
  }
}
