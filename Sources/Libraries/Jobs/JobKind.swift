import Foundation
import Kernel

/// One kind of background work (việc chạy nền). Its code is stored, so it never changes its meaning.
///
/// **Idempotent by contract**: a job may run again after the machine stopped in the middle, also when its effect was
/// already complete. It checks what is there before it makes anything.
package protocol JobKind: Sendable {
  /// Unique over the product: `incomingDocument.read`.
  static var code: String { get }
  /// What it does, on the operations page: «Nhận dạng chữ văn bản đến».
  static var title: String { get }
  static var lane: JobLane { get }
  /// Runs before it is given up and shown as failed.
  static var attemptsMax: Int { get }
  /// What an administrator does when it failed.
  static var remedy: String { get }
  /// When it runs by itself; nil for jobs that acts add.
  var schedule: JobSchedule? { get }

  /// Does the work. A `Refusal` other than `.unavailable` fails the job at once, since no repetition cures it; any
  /// other error is retried with growing pauses. When the server stops, the task is cancelled and the job goes back to
  /// the queue.
  func run(_ payload: String, context: JobContext) async throws
}

extension JobKind {
  package static var lane: JobLane { .quick }
  package static var attemptsMax: Int { 5 }
  package static var remedy: String { "Xem nguyên nhân, khắc phục rồi bấm «Chạy lại»." }
  package var schedule: JobSchedule? { nil }
}

/// Jobs of different lanes never wait for each other.
package enum JobLane: String, Sendable, CaseIterable {
  /// Well under ten seconds.
  case quick
  /// Tools that eat a core: OCR, LibreOffice, long books.
  case heavy
  /// Whatever may take its time: scrubbing, sweeping.
  case slow
}

/// When a job runs by itself.
package enum JobSchedule: Sendable, Equatable {
  case every(Duration)
  /// Once a day at this Vietnamese time.
  case daily(hour: Int, minute: Int)

  /// The next time after `instant`.
  package func next(after instant: Instant) -> Instant {
    switch self {
    case .every(let pause): return instant + pause
    case .daily(let hour, let minute):
      let today = Instant(instant.day, hour: hour, minute: minute)
      return today > instant ? today : Instant(instant.day + 1, hour: hour, minute: minute)
    }
  }

  /// A next time further away than this can only come from a clock that was set back.
  var pauseMax: Duration {
    switch self {
    case .every(let pause): pause
    case .daily: .seconds(86_400)
    }
  }
}
