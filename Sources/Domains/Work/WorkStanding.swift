import Kernel

/// Where a piece of work stood at one moment: kept for a few seconds by whoever moved it, so that they can undo it.
package struct WorkStanding: Sendable, Equatable, Codable {
  var state: String
  var acceptedAt: Int64?
  var endedAt: Int64?
  var outcome: String
  var result: String?
  var replyCode: String
  var replyRecord: String?
  /// Who held it, and whether they had opened it; nil in what was kept before a holder could change.
  var holder: String?
  var holderName: String?
  var unit: Int64?
  var openedAt: Int64?
  var openedBy: String?
}

extension WorkItem {
  /// Where it stands now.
  package var standing: WorkStanding {
    WorkStanding(
      state: state.rawValue, acceptedAt: acceptedAt?.milliseconds, endedAt: endedAt?.milliseconds, outcome: outcome,
      result: result?.rawValue, replyCode: replyCode, replyRecord: replyRecord?.text, holder: holder.token,
      holderName: holderName, unit: unit?.number, openedAt: openedAt?.milliseconds, openedBy: openedBy)
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
    item.replyRecord = before.replyRecord.flatMap(RecordReference.init(text:))
    guard isElsewhere(than: before), let holder = before.holder else { return item }
    (item.holder, item.holderName) = (Principal(token: holder), before.holderName ?? holderName)
    item.unit = before.unit.map { UnitID($0) }
    item.openedAt = before.openedAt.map { Instant(milliseconds: $0) }
    item.openedBy = before.openedBy
    return item
  }

  /// Whether somebody else holds it now.
  func isElsewhere(than before: WorkStanding) -> Bool {
    before.holder.map { $0 != holder.token } ?? false
  }
}
