import Audit
import Database
import Kernel
import Notifications
import Organization
import Work
import WorkCalendar

/// Passes a document on as the first rule that catches it says (chuyển theo quy tắc) (DEN-10). Work is given in the name
/// of the leader who laid the rule down, so what comes back comes back to them.
package struct SendByRule: Sendable {
  package var document: IncomingDocument.ID
  package var rule: PresentingRule.ID
  /// As the clerk saw it.
  package var ruleVersion: Int

  package init(_ document: IncomingDocument.ID, by rule: PresentingRule.ID, ruleVersion: Int) {
    self.document = document
    self.rule = rule
    self.ruleVersion = ruleVersion
  }

  /// Gives what was given to whom, for the answer.
  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> String {
    let act = try HandlingAct(document, by: actor, in: transaction)
    guard HandlingAccess.mayPresent(act.document, actor) else { throw HandlingAccess.notPresenter }
    guard act.document.progress == .registered else {
      throw Refusal(
        .conflict, "Văn bản \(act.document.progress.label.lowercased()) rồi nên không chuyển theo quy tắc nữa.")
    }
    let store = PresentingRuleStore(transaction)
    guard let found = try store.first(for: act.document), found.id == rule, found.version == ruleVersion,
      let holder = found.terms.holder
    else {
      throw Refusal(.conflict, "Quy tắc vừa thay đổi. Hãy tải lại trang để xem văn bản thuộc quy tắc nào.")
    }
    try store.noteFired(found, for: document, by: actor)
    if found.terms.role == .decide, case .post(let post) = holder {
      try Audit.record(
        .incomingSentByRule(found, to: found.holderName), on: .incomingDocument(document), by: actor, in: transaction)
      return try PresentIncomingDocument(document, to: [post], proposal: "Theo quy tắc «\(found.terms.name)».")
        .perform(by: actor, in: transaction).joined(separator: "; ")
    }
    return try give(found, to: holder, act)
  }

  private func give(_ rule: PresentingRule, to holder: HolderChoice, _ act: HandlingAct) throws -> String {
    let transaction = act.transaction
    let calendar = try AgencyCalendarStore(transaction).calendar(of: act.document.agency)
    let due = rule.terms.termDays.map { calendar.lastDay(of: .workingDays($0), from: transaction.now.day) }
    let place = DirectedTo(holder, rule.terms.role, due: due)
    let orders = try act.orders(for: [place], instruction: "Theo quy tắc «\(rule.terms.name)» (\(rule.terms.basis)).")
    let leader = try OrganizationStore(transaction).post(rule.leader)
    let work = Work(
      on: .incomingDocument(document), by: act.actor, inNameOf: WorkGiver(leader.id, name: leader.personName),
      in: transaction)
    let above = try HolderChoice.post(rule.leader).holder(in: act.document.agency, transaction)
    let asked = try work.give([WorkOrder(to: above, kind: .directIncoming, role: .decide)], telling: .workByRule)[0]
    try work.give(orders, from: asked)
    try work.take(place.role == .inform ? .finish : .passOn, asked)
    let given = [DirectedTo].text(orders)
    try act.end(.incomingSentByRule(rule, to: given), sending: .byRule)
    return given
  }
}
