import Kernel

/// Where a piece of work stood at one moment: kept for a few seconds by whoever moved it, so that they can undo it.
package struct WorkStanding: Sendable, Equatable, Codable {
  var state: String
  var acceptedAt: Int64?
  var endedAt: Int64?
  var outcome: String
  var result: String?
  var replyCode: String
}

extension WorkItem {
  /// Where it stands now.
  package var standing: WorkStanding {
    WorkStanding(
      state: state.rawValue, acceptedAt: acceptedAt?.milliseconds, endedAt: endedAt?.milliseconds, outcome: outcome,
      result: result?.rawValue, replyCode: replyCode)
  }

  /// The item as it stood before.
  func standing(_ before: WorkStanding) -> WorkItem {
    var item = self
    item.state = State(rawValue: before.state) ?? state
    item.acceptedAt = before.acceptedAt.map { Instant(milliseconds: $0) }
    item.endedAt = before.endedAt.map { Instant(milliseconds: $0) }
    item.outcome = before.outcome
    item.result = before.result.flatMap(Result.init)
    item.replyCode = before.replyCode
    return item
  }
}
