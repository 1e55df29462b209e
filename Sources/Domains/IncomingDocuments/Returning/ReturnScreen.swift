import Database
import Documents
import Kernel
import Markup
import Organization
import Registers

/// Gathers what the screens of returning show.
struct ReturnScreen {
  let actor: Actor
  let transaction: any Transaction

  /// The form for a waiting paper, or for one that was never scanned.
  func form(_ id: WaitingPaper.ID?, input: FormInput, seal: FormSeal) throws -> ReturnPage {
    guard IncomingDocumentAccess.mayRegister(actor) else { throw IncomingDocumentAccess.notRegistry }
    let paper = try id.map { try WaitingPaperStore(transaction).find($0, visibleTo: actor) }
    var facts = ReturnedPaper.Facts()
    facts.sender = paper?.glance?.issuer ?? ""
    facts.codeText = paper?.glance?.codeText ?? ""
    facts.subject = paper?.glance?.subject ?? ""
    var page = ReturnPage(
      what: paper.map { "Tệp \($0.fileName)" } ?? "Văn bản giấy không quét",
      explanation: "Không số đến nào được dùng. Văn bản ghi vào «Đã trả nơi gửi»; in được phiếu trả kèm theo.",
      action: paper.map { IncomingDocumentPaths.paperAct($0.id, .giveBack) } ?? IncomingDocumentPaths.returned,
      facts: facts, cancelPath: IncomingDocumentPaths.returned, input: input, seal: seal)
    guard let paper else { return page }
    page.cancelPath = IncomingDocumentPaths.paperAct(paper.id, .register)
    page.hasFile = true
    page.vouches = paper.state != .read
    if paper.hasPages { page.pagePath = IncomingDocumentPaths.paperPage(paper.id, 1, version: paper.version) }
    return page
  }

  /// The form for a registered document.
  func form(_ id: IncomingDocument.ID, input: FormInput, seal: FormSeal) throws -> ReturnPage {
    let document = try IncomingDocumentStore(transaction).find(id, visibleTo: actor)
    guard IncomingDocumentAccess.mayCorrect(document, actor) else {
      throw document.state == .registered
        ? IncomingDocumentAccess.notRegistry
        : Refusal(
          .conflict, "Số đến \(document.arrivalNumber) «\(document.state.label)» nên không trả nơi gửi được nữa.")
    }
    var facts = ReturnedPaper.Facts()
    facts.sender = document.facts.issuerName
    let file = try IncomingFileStore(transaction).list(of: id).first { $0.kind.isShown }
    var page = ReturnPage(
      what: "Số đến \(document.arrivalNumber), \(document.facts.codeText) của \(document.facts.issuerName)",
      explanation:
        "Số đến \(document.arrivalNumber) bị hủy với lý do trả nơi gửi và không cấp lại; dòng vẫn nằm trong sổ, màu xám. Tệp giữ nguyên ở trang văn bản.",
      action: IncomingDocumentPaths.returning(id), facts: facts, cancelPath: IncomingDocumentPaths.show(id),
      input: input, seal: seal)
    page.isRegistered = true
    page.pagePath = file.map { IncomingDocumentPaths.page($0.id, 1) }
    return page
  }

  func list(before key: Int64?) throws -> ReturnedPapersPage {
    let (papers, next) = try ReturnedPaperStore(transaction).list(before: key, visibleTo: actor)
    return ReturnedPapersPage(
      lines: papers.map(Self.line),
      pager: Pager(older: next.map { "\(IncomingDocumentPaths.returned)?truoc=\($0)" }),
      newPath: IncomingDocumentAccess.mayRegister(actor) ? IncomingDocumentPaths.newReturn : nil)
  }

  private static func line(_ paper: ReturnedPaper) -> ReturnedPapersPage.Line {
    let facts = paper.facts
    return ReturnedPapersPage.Line(
      at: paper.returnedAt.text, by: paper.returnedBy, sender: facts.sender, codeText: facts.codeText,
      subject: facts.subject, reason: facts.reason, way: facts.way.label, condition: facts.condition,
      slipPath: IncomingDocumentPaths.returnSlip(paper.id),
      filePath: paper.file == nil ? nil : IncomingDocumentPaths.returnedFile(paper.id),
      documentPath: paper.document.map(IncomingDocumentPaths.show))
  }

  func slip(_ id: ReturnedPaper.ID, systemName: String) throws -> ReturnSlipForm {
    let paper = try ReturnedPaperStore(transaction).find(id, visibleTo: actor)
    let organization = OrganizationStore(transaction)
    let day = paper.returnedAt.day
    let superior = try organization.superiorName(of: paper.agency, on: day)
    return ReturnSlipForm(
      parentAgencyName: superior.isEmpty ? nil : superior,
      agencyName: try organization.agencyName(paper.agency, on: day),
      placeName: try organization.agency(paper.agency).placeName, paper: paper,
      provenance: "\(actor.titleOnRecord), in lúc \(transaction.now.text) từ \(systemName)")
  }
}
