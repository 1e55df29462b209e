import Access
import Audit
import Database
import Documents
import Kernel

/// Lays the lines of a template down as what a dossier is expected to hold (đặt thành phần theo mẫu). They are its own from
/// then on: what changes in the template later does not change them. Lines that it has already stay.
package struct LayDossierTemplate: Sendable {
  package var dossier: Dossier.ID
  package var template: DossierTemplate.ID

  package init(_ template: DossierTemplate.ID, on dossier: Dossier.ID) {
    self.dossier = dossier
    self.template = template
  }

  /// Gives the template's name, how many lines came, and how many of them are met already.
  @discardableResult package func perform(
    by actor: Actor, flows: DossierFlows, in transaction: any Transaction
  ) throws -> (name: String, added: Int, met: Int) {
    try lay(
      on: FoundDossier.lock(dossier, .change, by: actor, in: transaction).dossier, by: actor, flows: flows,
      in: transaction)
  }

  /// The same on a dossier that is held already, by whoever may.
  @discardableResult func lay(
    on found: Dossier, by actor: Actor, flows: DossierFlows, in transaction: any Transaction
  ) throws -> (name: String, added: Int, met: Int) {
    let laid = try DossierTemplateStore(transaction).find(template, visibleTo: actor)
    guard laid.isInUse else {
      throw Refusal(
        .conflict, "Mẫu «\(laid.facts.name)» đã ngừng dùng; hãy chọn mẫu khác.", field: DossierTemplateField.template)
    }
    guard laid.unit == nil || laid.unit == actor.unit || laid.unit == found.unit else {
      throw Refusal(.invalid, "Mẫu này của đơn vị khác; hãy chọn mẫu khác.", field: DossierTemplateField.template)
    }
    let store = DossierExpectationStore(transaction)
    let there = try store.list(of: dossier)
    let names = Set(there.map(\.content.name))
    let new = laid.facts.contents.filter { !names.contains($0.name) }
    try ExpectContent.requireRoom(there.count + new.count)
    for (index, content) in new.enumerated() {
      try store.add(content, to: dossier, place: (there.last?.place ?? 0) + index + 1, by: actor.nameOnRecord)
    }
    let met = try MatchContents.all(of: found, flows.directory, by: actor, in: transaction)
    try Audit.record(
      .dossierExpected(laid.facts.name, new.count), on: .dossier(dossier), by: actor, in: transaction)
    return (laid.facts.name, new.count, met)
  }
}

/// Adds one line to what a dossier is expected to hold (thêm thành phần).
package struct ExpectContent: Sendable {
  package var dossier: Dossier.ID
  package var content: ExpectedContent

  package init(_ content: ExpectedContent, in dossier: Dossier.ID) {
    self.dossier = dossier
    self.content = content
  }

  package func perform(by actor: Actor, flows: DossierFlows, in transaction: any Transaction) throws {
    let found = try FoundDossier.lock(dossier, .change, by: actor, in: transaction).dossier
    try Secrecy.refuseMarked([content.name])
    if let refusal = Refusal(content.reasons(at: DossierField.title)) { throw refusal }
    if let key = content.typeKey, try DocumentType.known(key) == nil && DocumentTypeStore(transaction).find(key) == nil
    {
      throw Refusal(.invalid, "Loại văn bản này không có trong danh mục.", field: DossierField.kind)
    }
    let store = DossierExpectationStore(transaction)
    let there = try store.list(of: dossier)
    try Self.requireRoom(there.count + 1)
    try store.add(content, to: dossier, place: (there.last?.place ?? 0) + 1, by: actor.nameOnRecord)
    _ = try MatchContents.all(of: found, flows.directory, by: actor, in: transaction)
    try Audit.record(.dossierContentAdded(content.name), on: .dossier(dossier), by: actor, in: transaction)
  }

  static func requireRoom(_ count: Int) throws {
    if count > DossierExpectation.linesMax {
      throw Refusal(.invalid, "Một hồ sơ có nhiều nhất \(DossierExpectation.linesMax) thành phần.")
    }
  }
}
