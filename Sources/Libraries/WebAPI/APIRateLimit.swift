import Kernel
import Synchronization

/// How many requests each token may still send: a bucket that refills steadily. Kept in the memory of the process, the
/// one thing here that is: it guards the process, and a restart forgives.
package final class APIRateLimit: Sendable {
  /// What is left after one request.
  struct Verdict: Sendable, Equatable {
    var isAllowed: Bool
    var limit: Int
    var remaining: Int
    /// Seconds until the bucket is full again; for a refused request, until the next one is taken.
    var resetSeconds: Int
  }

  private struct Bucket {
    var fill: Double
    var at: Instant
  }

  /// Beyond this many tokens at once, those whose bucket is full are forgotten.
  private static let bucketsMax = 10_000

  private let perMinute: Int
  private let buckets = Mutex<[Int64: Bucket]>([:])

  /// - Parameter perMinute: requests a minute; also how many may come at once.
  package init(perMinute: Int) { self.perMinute = max(perMinute, 1) }

  func take(_ token: Int64, at now: Instant) -> Verdict {
    buckets.withLock { buckets in
      if buckets.count > Self.bucketsMax { buckets = buckets.filter { filled($0.value, at: now) < Double(perMinute) } }
      var fill = buckets[token].map { filled($0, at: now) } ?? Double(perMinute)
      let isAllowed = fill >= 1
      if isAllowed { fill -= 1 }
      buckets[token] = Bucket(fill: fill, at: now)
      let missing = isAllowed ? Double(perMinute) - fill : 1 - fill
      return Verdict(
        isAllowed: isAllowed, limit: perMinute, remaining: Int(fill),
        resetSeconds: Int((missing * 60 / Double(perMinute)).rounded(.up)))
    }
  }

  /// A clock that was set back refills nothing.
  private func filled(_ bucket: Bucket, at now: Instant) -> Double {
    let seconds = Double(max(0, now.milliseconds - bucket.at.milliseconds)) / 1000
    return min(Double(perMinute), bucket.fill + seconds * Double(perMinute) / 60)
  }
}
