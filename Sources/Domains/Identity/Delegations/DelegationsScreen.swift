import Database
import Kernel
import Markup
import Organization

/// What is told of a record that somebody worked on: its name and address, unless nothing of it may be told.
package struct RecordLine: Sendable {
  package var label: String
  package var path: String
  package var isWithheld: Bool

  package init(label: String, path: String, isWithheld: Bool) {
    self.label = label
    self.path = path
    self.isWithheld = isWithheld
  }
}

/// Tells of records of every kind that the actor may see; filled by whoever knows all kinds.
package typealias RecordLines =
  @Sendable ([RecordReference], Actor, any Transaction) throws -> [RecordReference: RecordLine]

/// Types of documents whose handling may be lent alone. Documents lie above this module, so the program fills it in.
package typealias DocumentKinds = @Sendable (any Transaction) throws -> [Delegation.Kind]

/// Gathers «Ủy quyền xử lý».
struct DelegationsScreen {
  let actor: Actor
  let transaction: any Transaction
  let documentKinds: DocumentKinds

  func page(input: FormInput, seal: FormSeal) throws -> DelegationsPage {
    let today = transaction.now.day
    let posts = try OrganizationStore(transaction).posts(of: actor.agency)
    let lent = posts.filter {
      DelegationAccess.mayLend(postOf: $0.person, in: $0.agency, actor)
        && !Delegation.Scope.all.roles(of: $0.roles).isEmpty
    }
    let own = lent.filter { $0.person == actor.person }
    func choice(_ post: Post) -> Field.Choice {
      Field.Choice(post.id.description, "\(post.personName), \(post.label)")
    }
    let obstacle =
      actor.onBehalfOf.map {
        "Đang làm thay \($0) nên không ủy quyền tiếp được. Chọn chức danh của mình ở «Đang làm việc với tư cách»."
      } ?? (lent.isEmpty ? "Chức danh này không có việc nào để ủy quyền." : nil)
    var page = DelegationsPage(
      lines: try DelegationStore(transaction).list(visibleTo: actor).map { line($0, today: today) },
      posts: (own + lent.filter { $0.person != actor.person }).map(choice),
      standIns: posts.filter { $0.person != actor.person || lent.count > own.count }.map(choice), obstacle: obstacle,
      input: input, seal: seal)
    page.kinds = try documentKinds(transaction)
    return page
  }

  private func line(_ delegation: Delegation, today: Day) -> DelegationsPage.Line {
    let isOver = delegation.endedAt != nil || delegation.lastDay < today
    let part =
      delegation.absentPerson == actor.person
      ? "tôi vắng" : delegation.standInPerson == actor.person ? "tôi làm thay" : ""
    return DelegationsPage.Line(
      delegation: delegation, part: part, state: delegation.stateText(on: today), isOver: isOver,
      endPath: isOver || !DelegationAccess.mayEnd(delegation, actor) ? nil : IdentityPaths.delegationEnd(delegation.id),
      path: IdentityPaths.delegation(delegation.id))
  }
}
