import Database
import Kernel
import Markup
import Work

/// Gathers what the screens of paper copies show.
struct PaperCopyScreen {
  let actor: Actor
  let transaction: any Transaction

  func page(_ id: IncomingDocument.ID, input: FormInput, seal: FormSeal) throws -> PaperCopyPage {
    let document = try IncomingDocumentStore(transaction).find(id, visibleTo: actor)
    guard document.state != .quarantined else { throw Refusal(.notFound, "Không tìm thấy văn bản.") }
    let store = PaperCopyStore(transaction)
    let copy = try store.findLater(id).get() ?? .atRegistry(document)
    let items = try WorkStore(transaction).items(of: .incomingDocument(id))
    var page = PaperCopyPage(
      document: "Số đến \(document.arrivalNumber), \(document.facts.codeText): \(document.facts.subject)",
      documentPath: IncomingDocumentPaths.show(id), state: copy.text,
      moves: try store.movesLater(of: id).get().map(\.text), passPath: IncomingDocumentPaths.paperCopy(id),
      receivePath: IncomingDocumentPaths.paperCopyAct(id, .receive),
      refusePath: IncomingDocumentPaths.paperCopyAct(id, .refuse),
      takeBackPath: IncomingDocumentPaths.paperCopyAct(id, .takeBack), input: input, seal: seal)
    if let passing = copy.passing {
      page.passing = "\(passing.id)"
      if copy.isComing(to: actor) {
        page.answer = .receiver(name: passing.receiverName)
      } else if copy.isHeld(by: actor) {
        page.answer = .giver(name: passing.receiverName)
      }
    } else if copy.isHeld(by: actor) {
      page.receivers = PaperCopyAct.receivers(document, items).filter { $0.principal != copy.holder }
        .map { Field.Choice($0.principal.token, $0.name) }
    }
    return page
  }

  func list() throws -> PaperCopiesPage {
    let store = PaperCopyStore(transaction)
    let (coming, held) = (try store.coming(to: actor), try store.held(by: actor))
    let documents = try IncomingDocumentStore(transaction).list(
      (coming + held).map(\.document.number), visibleTo: actor)
    let known = Dictionary(uniqueKeysWithValues: documents.map { ($0.id, $0) })
    func lines(_ copies: [PaperCopy], _ state: (PaperCopy) -> String) -> [PaperCopiesPage.Line] {
      copies.compactMap { copy in
        guard let document = known[copy.document], document.state != .quarantined else { return nil }
        return .init(
          number: "\(document.arrivalNumber)", codeText: document.facts.codeText, subject: document.facts.subject,
          state: state(copy), path: IncomingDocumentPaths.paperCopy(document.id))
      }
    }
    return PaperCopiesPage(
      coming: lines(coming) { "\($0.holderName) chuyển lúc \($0.passing?.handedAt.text ?? "")" },
      held: lines(held) { copy in
        "giữ từ \(copy.heldSince.text)" + (copy.passing.map { ", đang chuyển \($0.receiverName)" } ?? "")
      })
  }
}
