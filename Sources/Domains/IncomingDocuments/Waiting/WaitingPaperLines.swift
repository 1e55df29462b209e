import Documents
import FileVault
import Kernel
import Markup
import Papers

/// A waiting paper as the screens show it.
extension WaitingPapersPage.Paper {
  init(_ paper: WaitingPaper) {
    let glance = paper.glance
    let guess = [glance?.typeName, glance?.codeText, glance?.issuer].compactMap { $0 }.filter { !$0.isEmpty }
    let pages = paper.pageCount.map { "\($0) trang, " } ?? ""
    self.init(
      id: paper.id.description, fileName: paper.fileName,
      line:
        "\(paper.kind.label), \(pages)\(ByteText.text(paper.staged.bytes)) · \(paper.uploadedAt.clockText) · \(paper.uploadedBy)",
      registrationPath: IncomingDocumentPaths.paperAct(paper.id, .register),
      discardPath: IncomingDocumentPaths.paperAct(paper.id, .discard))
    if paper.hasPages {
      thumbnailPath = IncomingDocumentPaths.paperThumbnail(paper.id, version: paper.version)
    }
    self.guess = guess.joined(separator: ", ")
    subject = glance?.subject ?? ""
    progress = paper.state == .reading ? .reading(paper) : nil
    trouble = paper.state == .unreadable ? paper.trouble : nil
    doubtfulCount = glance?.doubtfulCount ?? 0
  }
}

extension DocumentPreview {
  init(_ paper: WaitingPaper) {
    let glance = paper.glance
    self.init(
      title: paper.fileName,
      facts: DefinitionList([
        .init("Trích yếu", text: glance?.subject),
        .init("Số, ký hiệu", text: glance?.codeText), .init("Cơ quan ban hành", text: glance?.issuer),
        .init("Nhận lúc", text: "\(paper.uploadedAt.clockText), \(paper.uploadedBy)"),
      ]),
      pagePath: paper.hasPages ? IncomingDocumentPaths.paperPage(paper.id, 1, version: paper.version) : nil,
      path: IncomingDocumentPaths.paperAct(paper.id, .register))
  }
}

extension WaitingPaper {
  var hasPages: Bool { (pageCount ?? 0) > 0 && state != .unreadable }
}
