import Kernel
import Work

/// What can be done to a row of «Việc của tôi» from the list itself: by its box together with others, by a key alone.
extension MyWorkPage.Item {
  /// - Parameter back: address of the list, to come back to after an act.
  mutating func act(_ item: WorkItem, _ document: IncomingDocument, _ actor: Actor, back: String) {
    let (acts, target) = (WorkBatch.Act.allowed(item, actor, on: document), WorkBatchTarget(document.id, item.id))
    if !acts.isEmpty { choice = .init(target: target, acts: acts, label: document.pickLabel) }
    addKeys(acts, target, item, document, actor, back: back)
  }

  /// A document that waits to be presented.
  mutating func choosePresenting(_ document: IncomingDocument) {
    choice = .init(target: WorkBatchTarget(document.id), acts: [.present, .file], label: document.pickLabel)
  }

  private mutating func addKeys(
    _ acts: [WorkBatch.Act], _ target: WorkBatchTarget, _ item: WorkItem, _ document: IncomingDocument, _ actor: Actor,
    back: String
  ) {
    func returning(_ path: String) -> String { IncomingDocumentPaths.returning(path, to: back) }
    func work(_ act: IncomingDocumentPaths.WorkAct) -> String {
      returning(IncomingDocumentPaths.work(item.id, act, on: document.id))
    }
    if acts.contains(.accept) { keys.append(("a", WorkBatchPaths.form(.accept, target, back: back))) }
    if acts.contains(.assign) { keys.append(("c", work(.assign))) }
    if acts.contains(.present) { keys.append(("c", returning(IncomingDocumentPaths.presentation(document.id)))) }
    if acts.contains(.complete) { keys.append(("e", work(.complete))) }
    if acts.contains(.read) { keys.append(("e", WorkBatchPaths.form(.read, target, back: back))) }
    guard item.isOpen, HandlingAccess.mayDirect(document, actor) else { return }
    let directive = returning(IncomingDocumentPaths.directive(document.id))
    keys.append(("b", directive))
    if !keys.contains(where: { $0.key == "c" }) { keys.append(("c", directive)) }
  }
}

extension IncomingDocument {
  /// What a box in a list says to the ear.
  var pickLabel: String { "số đến \(arrivalNumber)" }
}
