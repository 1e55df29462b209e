import Kernel

/// How e-mail stands, as an administrator sees it.
package struct MailHealth: Sendable, Equatable {
  /// Nil without a mail server; else `smtp.vi-du.vn:587`.
  package var server: String?
  /// What is wrong with the settings.
  package var trouble: String?
  package var waiting: Int
  package var failed: Int
  package var oldestWaitingSince: Instant?
  package var lastSentAt: Instant?
  package var lastError: String?

  package init(
    server: String? = nil, trouble: String? = nil, waiting: Int = 0, failed: Int = 0,
    oldestWaitingSince: Instant? = nil, lastSentAt: Instant? = nil, lastError: String? = nil
  ) {
    self.server = server
    self.trouble = trouble
    self.waiting = waiting
    self.failed = failed
    self.oldestWaitingSince = oldestWaitingSince
    self.lastSentAt = lastSentAt
    self.lastError = lastError
  }

  /// A letter waits longer than this only when something is wrong.
  private static let waitingMax: Duration = .seconds(900)

  /// Everything that somebody has to look at.
  package func troubles(at now: Instant) -> [String] {
    guard server != nil else { return [] }
    var found = trouble.map { ["Thư điện tử chưa gửi được: \($0)"] } ?? []
    if let oldest = oldestWaitingSince, oldest + Self.waitingMax < now {
      found.append("\(waiting) thư chờ gửi từ \(oldest.text). \(lastError ?? "")".trimmedEnd)
    }
    if failed > 0 {
      found.append("\(failed) thư không gửi được. \(lastError ?? "") Khắc phục rồi bấm «Gửi lại» ở phần Thư điện tử.")
    }
    return found
  }
}

extension String {
  fileprivate var trimmedEnd: String { hasSuffix(" ") ? String(dropLast()) : self }
}
