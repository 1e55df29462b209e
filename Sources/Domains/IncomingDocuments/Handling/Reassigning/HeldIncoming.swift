import Database
import Kernel
import Organization
import Work

/// What work on incoming documents says of them, and how a piece of it goes to another.
package struct HeldIncoming: HeldRowSource {
  package let code = RecordReference.incomingDocumentCode

  package init() {}

  /// Of a document that is withheld nothing but its number is told (MAT-05).
  package func rows(
    of items: [WorkItem], for actor: Actor, in transaction: any Transaction
  ) throws -> [WorkItem.ID: HeldRow] {
    let documents = try IncomingDocumentStore(transaction).list(items.map(\.subject.number), visibleTo: actor)
    let known = Dictionary(uniqueKeysWithValues: documents.map { ($0.id.number, $0) })
    return items.reduce(into: [:]) { rows, item in
      guard let document = known[item.subject.number] else { return }
      let (facts, isShown) = (document.facts, document.state != .quarantined)
      let number = "Số đến \(document.arrivalNumber)"
      rows[item.id] = HeldRow(
        path: IncomingDocumentPaths.show(document.id), previewPath: IncomingDocumentPaths.preview(document.id),
        asked: item.kind.asked, codeText: isShown && !facts.codeText.isEmpty ? "\(number), \(facts.codeText)" : number,
        subject: isShown ? facts.subject : "(nghi có dấu mật, chờ xử lý)", sender: isShown ? facts.issuerName : "",
        urgency: "", keys: [])
    }
  }

  package func handOver(
    _ item: WorkItem, to successor: PostID, reason: String, by actor: Actor, in transaction: any Transaction
  ) throws {
    try HandOverWork(item.id, on: .init(item.subject.number), to: successor, reason: reason)
      .perform(by: actor, in: transaction)
  }

  /// What posts may own of this flow (HS-11): work, opinions and decisions asked of them, what they are to read.
  package static let owned: [any OwnedThings] = {
    let flow = HeldIncoming()
    let asked: Set<WorkKind> = [.opinionIncoming, .extendIncoming]
    let directed: Set<WorkKind> = [.directIncoming, .proposeIncoming]
    let isOfUnit: @Sendable (Post, Actor) -> Bool = { $0.unit == $1.unit }
    return [
      OwnedWork("work.incoming", "Việc giải quyết văn bản đến", of: flow, .but(asked.union(directed)), suits: isOfUnit),
      OwnedWork("work.incomingDirected", "Văn bản đến đã trình, đang chỉ đạo", of: flow, .of(directed)) { post, _ in
        !post.roles.isDisjoint(with: [.leader, .headOfOffice])
      },
      OwnedWork("work.incomingAsked", "Ý kiến được hỏi, gia hạn chờ trả lời", of: flow, .of(asked)),
      OwnedWork("work.incomingToKnow", "Văn bản đến để biết, chưa đọc", of: flow, .toKnow), OwnedRules(),
    ]
  }()
}
