import Kernel

/// One item that an act gave, or moved: kept with what was sent, so that the act can be undone within its seconds.
package struct TouchedWork: Sendable, Equatable, Codable {
  package var item: Int64
  /// Of the item as the act left it: whoever touches it afterwards raises it.
  package var version: Int
  /// Where it stood; nil for an item that the act gave.
  package var before: WorkStanding?

  /// An item as an act has just given it.
  package init(given item: WorkItem) {
    self.item = item.id.number
    version = item.version
  }

  init(item: Int64, version: Int, before: WorkStanding? = nil) {
    (self.item, self.version, self.before) = (item, version, before)
  }

  /// What differs between a record's work before and after an act.
  package static func between(_ before: [WorkItem], _ after: [WorkItem]) -> [TouchedWork] {
    let known = Dictionary(uniqueKeysWithValues: before.map { ($0.id, $0) })
    return after.compactMap { item in
      guard let old = known[item.id] else { return TouchedWork(item: item.id.number, version: item.version) }
      return old.version == item.version
        ? nil : TouchedWork(item: item.id.number, version: item.version, before: old.standing)
    }
  }
}

extension [TouchedWork] {
  /// Why the items, as they stand now, can no longer be put back: who has opened one and when, what else happened to it.
  package func obstacles(_ items: [WorkItem], by actor: Actor) -> [Refusal.Reason] {
    items.compactMap { item in
      guard let one = first(where: { $0.item == item.id.number }) else { return nil }
      let isNew = one.before.map(item.isElsewhere) ?? true
      if isNew, let openedAt = item.openedAt, !item.isHeld(by: actor) {
        return .init("\(item.openedBy ?? item.holderName) đã mở lúc \(openedAt.text).")
      }
      return one.version == item.version ? nil : .init("Việc của \(item.holderName) nay «\(item.state.label)».")
    }
  }
}
