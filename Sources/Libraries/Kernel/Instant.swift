import Foundation

/// A moment: milliseconds since 1970-01-01 UTC. Shown in Vietnamese time (UTC+7, no daylight saving).
package struct Instant: Hashable, Sendable, Comparable, Codable {
  package let milliseconds: Int64

  package init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// Offset of Vietnamese time from UTC.
  package static let vietnamOffsetMilliseconds: Int64 = 7 * 3_600_000

  /// The moment given by calendar parts in Vietnamese time.
  package init(_ day: Day, hour: Int = 0, minute: Int = 0, second: Int = 0) {
    let ofDay = Int64(hour * 3600 + minute * 60 + second) * 1000
    milliseconds = Int64(day.number) * 86_400_000 + ofDay - Self.vietnamOffsetMilliseconds
  }

  package static func < (one: Self, other: Self) -> Bool { one.milliseconds < other.milliseconds }

  package static func + (instant: Self, duration: Duration) -> Self {
    Instant(milliseconds: instant.milliseconds + duration.wholeMilliseconds)
  }

  package static func - (instant: Self, duration: Duration) -> Self {
    Instant(milliseconds: instant.milliseconds - duration.wholeMilliseconds)
  }

  /// The Vietnamese day this moment falls on.
  package var day: Day {
    Day(number: Int((milliseconds + Self.vietnamOffsetMilliseconds).floorDivided(by: 86_400_000)))
  }

  private var secondOfDay: Int {
    Int((milliseconds + Self.vietnamOffsetMilliseconds).floorDivided(by: 1000) - Int64(day.number) * 86_400)
  }

  /// `HH:mm` in Vietnamese time.
  package var clockText: String { "\(twoDigits(secondOfDay / 3600)):\(twoDigits(secondOfDay / 60 % 60))" }

  /// `HH:mm dd/MM/yyyy` in Vietnamese time.
  package var text: String { "\(clockText) \(day.text)" }

  /// `14:03:22`.
  package var secondText: String { "\(clockText):\(twoDigits(secondOfDay % 60))" }

  /// `HH:mm:ss dd/MM/yyyy` in Vietnamese time.
  package var preciseText: String { "\(secondText) \(day.text)" }

  /// ISO 8601 with the Vietnamese offset, for machines.
  package var isoText: String { "\(day.isoText)T\(clockText):\(twoDigits(secondOfDay % 60))+07:00" }
}

extension Duration {
  /// Whole milliseconds, rounded towards zero.
  package var wholeMilliseconds: Int64 {
    components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
  }
}

func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

/// Tells the time. Tests give a fixed one.
package protocol WallClock: Sendable {
  var now: Instant { get }
}

/// The machine's clock.
package struct SystemClock: WallClock {
  package init() {}

  package var now: Instant { Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down))) }
}
