import Kernel

/// One letter to one person (thư): says how much they were told, never of what.
package struct Mail: Sendable, Equatable, Identifiable {
  package typealias ID = Identifier<Mail>

  package enum Kind: String, Sendable {
    /// As soon as it could not be undone any more.
    case news
    /// With the others of the day.
    case digest
    /// Asks whether the address is the person's own.
    case confirmation
  }

  package enum State: String, Sendable {
    case waiting, sent
    /// The mail server will not have it, or did not for days.
    case failed
  }

  package let id: ID
  package var person: PersonID
  package var address: String
  package var kind: Kind
  /// Names of the kinds with how many: «Việc giao cho tôi: 2». Empty lines for news that only counts. Of a confirmation
  /// its code.
  package var lines: [String]
  package var count: Int
  /// Stays the same however often it is tried, so that a letter that arrives twice is known as one.
  package var messageID: String
  package var attempts: Int
  package var createdAt: Instant

  /// How long to wait after so many attempts; nil: give up (after about five days).
  static func pause(after attempts: Int) -> Duration? {
    let minutes = [1, 5, 15, 30, 60, 180, 360, 720, 1440, 1440, 1440, 1440]
    return attempts <= minutes.count ? .seconds(60 * minutes[max(0, attempts - 1)]) : nil
  }
}
