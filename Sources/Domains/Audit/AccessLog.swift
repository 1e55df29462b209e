import Database
import Kernel
import Logging
import Synchronization

/// Queues lines about views, first openings and refused accesses; the page does not wait for them. They are committed
/// together within a second; a crash may lose that second and nothing else. Downloads, prints and exports are recorded
/// by `Audit.record` and waited for.
package final class AccessLog: Sendable {
  private struct Queue {
    var waiting: [AuditEntry] = []
    var lost = 0
  }

  /// Beyond this the database has been away for long; what is lost is counted and the count recorded.
  private static let waitingMax = 20_000
  private static let batchMax = 1_000
  private static let pause = Duration.milliseconds(500)

  private let database: any Database
  private let clock: any WallClock
  private let logger: Logger
  private let queue = Mutex(Queue())

  package init(database: any Database, clock: any WallClock, logger: Logger) {
    self.database = database
    self.clock = clock
    self.logger = logger
  }

  /// Queues one line. The time is that of this call.
  package func note(_ event: AuditEvent, on record: RecordReference?, by actor: Actor) {
    do {
      let entry = try AuditEntry(event, on: record, by: AuditedPerson(actor), changes: [], at: clock.now)
      queue.withLock { queue in
        if queue.waiting.count < Self.waitingMax { queue.waiting.append(entry) } else { queue.lost += 1 }
      }
    } catch {
      logger.error("access line not queued", metadata: ["code": "\(event.code)", "error": "\(error)"])
    }
  }

  /// Writes regularly until its task is cancelled, then once more.
  package func run() async {
    while (try? await Task.sleep(for: Self.pause)) != nil { await flush() }
    await Task.detached { await self.flush() }.value
  }

  /// Writes everything queued now. What cannot be written stays queued.
  package func flush() async {
    while true {
      let (batch, lost) = queue.withLock { queue in
        let batch = Array(queue.waiting.prefix(Self.batchMax))
        defer {
          queue.waiting.removeFirst(batch.count)
          queue.lost = 0
        }
        return (batch, queue.lost)
      }
      guard !batch.isEmpty || lost > 0 else { return }
      do {
        try await database.write { transaction in
          let store = AuditStore(transaction)
          for entry in batch { try store.add(entry) }
          if lost > 0 { try Audit.recordSystem(.accessLinesLost(count: lost), in: transaction) }
        }
      } catch {
        queue.withLock { queue in
          queue.waiting.insert(contentsOf: batch, at: 0)
          queue.lost += lost
        }
        logger.error("access lines not written", metadata: ["count": "\(batch.count)", "error": "\(type(of: error))"])
        return
      }
    }
  }
}
