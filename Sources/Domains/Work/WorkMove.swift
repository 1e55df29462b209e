import Kernel

/// One step of one piece of work (bước): from which state to which, whose it was, when, by whom. Never changed, so that
/// the time spent in each step stays exact also after reopening, recalling and handing over.
package struct WorkMove: Sendable, Equatable {
  package var item: WorkItem.ID
  package var subject: RecordReference
  /// Nil when the work was given.
  package var from: WorkItem.State?
  package var to: WorkItem.State
  /// Who holds it from then on.
  package var holder: Principal
  /// The unit that answers for it from then on.
  package var unit: UnitID?
  package var at: Instant
  package var by: PostID
  package var byName: String

  /// The step that led to where `item` stands now.
  init(_ item: WorkItem, from: WorkItem.State?, at: Instant, by actor: Actor) {
    self.item = item.id
    subject = item.subject
    self.from = from
    to = item.state
    holder = item.holder
    unit = item.unit
    self.at = at
    by = actor.post
    byName = actor.nameOnRecord
  }
}

/// Time that a piece of work spent with one holder in one open state (thời gian ở một bước).
package struct WorkStretch: Sendable, Equatable {
  package var item: WorkItem.ID
  package var state: WorkItem.State
  package var holder: Principal
  package var unit: UnitID?
  package var milliseconds: Int64
}

extension [WorkMove] {
  /// Where the work of these steps, in their order, spent its time; what stands open counts until `now`. Time after an
  /// end counts for nobody, also when the work was opened again.
  package func stretches(until now: Instant) -> [WorkStretch] {
    Dictionary(grouping: self, by: \.item).values.flatMap { own in
      own.indices.compactMap { index -> WorkStretch? in
        let move = own[index]
        guard move.to.isOpen else { return nil }
        let end = index + 1 < own.count ? own[index + 1].at : now
        return WorkStretch(
          item: move.item, state: move.to, holder: move.holder, unit: move.unit,
          milliseconds: end.milliseconds - move.at.milliseconds)
      }
    }
  }
}
