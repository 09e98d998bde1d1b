import CallModel
import Monitoring

/// Writes metrics as Prometheus reads them
/// (https://prometheus.io/docs/instrumenting/exposition_formats/).
struct MetricsText {
  enum Kind: String { case gauge, counter, histogram }

  private(set) var text = ""

  /// One metric with its samples, each with the value of `label` and its own.
  mutating func add(
    _ name: String, _ kind: Kind, _ help: String, by label: String,
    _ samples: [(value: String, number: Int)]
  ) {
    begin(name, kind, help)
    for sample in samples {
      text += "callboard_\(name){\(label)=\"\(sample.value)\"} \(sample.number)\n"
    }
  }

  /// One metric with its samples, each with the values of two labels and its own.
  mutating func add(
    _ name: String, _ kind: Kind, _ help: String, by first: String, _ second: String,
    _ samples: [(first: String, second: String, number: Int)]
  ) {
    begin(name, kind, help)
    for sample in samples {
      let labels = "\(first)=\"\(sample.first)\",\(second)=\"\(sample.second)\""
      text += "callboard_\(name){\(labels)} \(sample.number)\n"
    }
  }

  mutating func add(_ name: String, _ kind: Kind, _ help: String, _ number: Int) {
    begin(name, kind, help)
    text += "callboard_\(name) \(number)\n"
  }

  mutating func add(_ name: String, _ help: String, _ histogram: LatencyHistogram) {
    begin(name, .histogram, help)
    var below = 0
    for (bound, count) in zip(LatencyHistogram.bounds, histogram.counts) {
      below += count
      text += "callboard_\(name)_bucket{le=\"\(bound / .seconds(1))\"} \(below)\n"
    }
    text += "callboard_\(name)_bucket{le=\"+Inf\"} \(histogram.total)\n"
    text += "callboard_\(name)_sum \(histogram.sum / .seconds(1))\n"
    text += "callboard_\(name)_count \(histogram.total)\n"
  }

  private mutating func begin(_ name: String, _ kind: Kind, _ help: String) {
    text += "# HELP callboard_\(name) \(help)\n# TYPE callboard_\(name) \(kind.rawValue)\n"
  }
}
