import CoreMetrics
import Synchronization

/// Keeps counters and timers in memory and prints them in the Prometheus text form.
package final class MetricsRegistry: MetricsFactory {
  package static let shared = MetricsRegistry()

  /// Sum and number of observations of one series.
  private struct Series {
    var sum: Double = 0
    var count: Int64 = 0
  }

  private let series = Mutex<[String: Series]>([:])

  package init() {}

  /// Makes it the receiver of everything that is counted in this process. Once, before the server starts.
  package static func install() { MetricsSystem.bootstrap(shared) }

  /// All series as text.
  package var text: String {
    series.withLock { series in
      series.sorted { $0.key < $1.key }.map { key, value in
        let (name, labels) = Self.split(key)
        return "\(name)_sum\(labels) \(value.sum)\n\(name)_count\(labels) \(value.count)\n"
      }.joined()
    }
  }

  package func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
    Handler(registry: self, key: Self.key(label, dimensions))
  }

  package func makeFloatingPointCounter(
    label: String, dimensions: [(String, String)]
  ) -> any FloatingPointCounterHandler {
    Handler(registry: self, key: Self.key(label, dimensions))
  }

  package func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
    Handler(registry: self, key: Self.key(label, dimensions))
  }

  package func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
    Handler(registry: self, key: Self.key(label, dimensions))
  }

  package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
    Handler(registry: self, key: Self.key(label + "_seconds", dimensions))
  }

  package func destroyCounter(_ handler: any CounterHandler) {}
  package func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}
  package func destroyRecorder(_ handler: any RecorderHandler) {}
  package func destroyMeter(_ handler: any MeterHandler) {}
  package func destroyTimer(_ handler: any TimerHandler) {}

  fileprivate func observe(_ key: String, _ value: Double) {
    series.withLock { series in
      series[key, default: Series()].sum += value
      series[key, default: Series()].count += 1
    }
  }

  fileprivate func set(_ key: String, _ value: Double) {
    series.withLock { $0[key] = Series(sum: value, count: 1) }
  }

  private static func key(_ label: String, _ dimensions: [(String, String)]) -> String {
    let name = "chauban_" + label.map { $0.isLetter || $0.isNumber || $0 == "_" ? $0 : "_" }
    return dimensions.isEmpty
      ? name : name + "{" + dimensions.map { "\($0)=\"\($1)\"" }.joined(separator: ",") + "}"
  }

  private static func split(_ key: String) -> (name: Substring, labels: Substring) {
    let brace = key.firstIndex(of: "{") ?? key.endIndex
    return (key[..<brace], key[brace...])
  }
}

private final class Handler: CounterHandler, FloatingPointCounterHandler, RecorderHandler, MeterHandler, TimerHandler {
  private let registry: MetricsRegistry
  private let key: String

  init(registry: MetricsRegistry, key: String) {
    self.registry = registry
    self.key = key
  }

  func increment(by amount: Int64) { registry.observe(key, Double(amount)) }
  func increment(by amount: Double) { registry.observe(key, amount) }
  func decrement(by amount: Double) { registry.observe(key, -amount) }
  func record(_ value: Int64) { registry.observe(key, Double(value)) }
  func record(_ value: Double) { registry.observe(key, value) }
  func set(_ value: Int64) { registry.set(key, Double(value)) }
  func set(_ value: Double) { registry.set(key, value) }
  func recordNanoseconds(_ duration: Int64) { registry.observe(key, Double(duration) / 1e9) }
  func reset() { registry.set(key, 0) }
}
