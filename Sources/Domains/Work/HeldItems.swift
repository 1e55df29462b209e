import Kernel

extension [WorkItem] {
  /// Refuses what is no work of this record.
  package func find(_ id: WorkItem.ID) throws -> WorkItem {
    guard let item = first(where: { $0.id == id }) else { throw Refusal(.notFound, "Không tìm thấy việc này.") }
    return item
  }

  /// Open work of this actor; page and act refuse with the same words.
  package func held(_ id: WorkItem.ID, by actor: Actor) throws -> WorkItem {
    let item = try find(id)
    guard item.isHeld(by: actor) else { throw Refusal(.forbidden, "Việc này do \(item.holderName) giữ.") }
    guard item.isOpen else { throw item.ended }
    return item
  }
}

extension WorkItem {
  /// Whether one of the actor's posts or desks holds it.
  package func isHeld(by actor: Actor) -> Bool {
    // Lists ask this of every row, and most rows are a post's own.
    holder == .post(actor.post) || actor.principals.contains(holder)
  }

  /// Who holds it, as somebody to whom work is given.
  package var asHolder: WorkHolder { WorkHolder(holder, name: holderName, unit: unit, agency: agency) }

  /// It ended meanwhile, and when.
  package var ended: Refusal {
    let when = endedAt.map { " lúc \($0.text)" } ?? ""
    return Refusal(.conflict, "Việc của \(holderName) \(state.label.lowercased())\(when). Hãy tải lại trang.")
  }
}
