import Kernel
import Work

/// Addresses of incoming documents: Vietnamese nouns without diacritics; an act is a sub-resource that is POSTed.
package enum IncomingDocumentPaths {
  package static let list = "/van-ban-den"
  package static let registration = "/van-ban-den/vao-so"
  package static let waiting = "/van-ban-den/cho"
  /// Bringing old books in: a room of «Transfer», above this module.
  package static let oldBooks = "/van-ban-den/so-cu"
  /// The documents that nobody has been asked about yet.
  package static let unpresented = IncomingDocumentListScreen.unpresented
  /// The documents that arrived in a span (default: the last month) of which a step of the registry went so.
  package static func went(_ fate: RegistryFate, from: Day? = nil, to: Day? = nil) -> String {
    IncomingDocumentListScreen.went(fate, from: from, to: to)
  }
  /// A part of «Việc của tôi», or one group of it by deadline.
  package static func inbox(_ part: InboxPart, _ group: DueGroup? = nil) -> String { HeldRows.path(part, group) }
  /// The morning page: a room of «Reports», above this module.
  package static let morning = "/buoi-sang"
  static let waitingLive = "/van-ban-den/cho/tien-do"
  static let duplicates = "/van-ban-den/trung"
  /// Papers that were sent back to their sender.
  static let returned = "/van-ban-den/da-tra"
  static let newReturn = "\(returned)/moi"
  static func returnSlip(_ id: ReturnedPaper.ID) -> String { "\(returned)/\(id)/phieu" }
  static func returnedFile(_ id: ReturnedPaper.ID) -> String { "\(returned)/\(id)/tep" }
  static func returning(_ id: IncomingDocument.ID) -> String { "\(show(id))/tra-noi-gui" }

  /// POST: the sender was told of what was found.
  static func senderTold(_ id: IncomingDocument.ID) -> String { "\(show(id))/bao-noi-gui" }

  /// That the sender was told of the receipt.
  static func notice(_ id: IncomingDocument.ID) -> String { "\(show(id))/bao-nhan" }

  /// Who holds the paper.
  static let paperCopies = "/van-ban-den/ban-giay"
  static func paperCopy(_ id: IncomingDocument.ID) -> String { "\(show(id))/ban-giay" }
  static func paperCopyAct(_ id: IncomingDocument.ID, _ act: PaperCopyAct) -> String {
    "\(paperCopy(id))/\(act.rawValue)"
  }

  enum PaperCopyAct: String {
    case receive = "nhan"
    case refuse = "khong-nhan"
    case takeBack = "lay-lai"
  }

  /// Units' own books.
  static let unitBooks = "/so-noi-bo"
  static func unitBook(_ id: UnitID) -> String { "\(unitBooks)/\(id)" }
  static func unitBookSwitch(_ id: UnitID) -> String { unitBook(id) }

  /// Scanned handwriting of a directive.
  static func handwriting(_ id: Directive.ID) -> String { "/but-tich/\(id)" }
  static func handwritingPage(_ id: Directive.ID, _ page: Int) -> String { "\(handwriting(id))/trang/\(page)" }

  /// What goes straight to whom.
  static let rules = "/van-ban-den/quy-tac"
  static let newRule = "\(rules)/moi"
  static func rule(_ id: PresentingRule.ID) -> String { "\(rules)/\(id)" }
  static func ruleMove(_ id: PresentingRule.ID) -> String { "\(rule(id))/thu-tu" }
  static func ruleEnd(_ id: PresentingRule.ID) -> String { "\(rule(id))/bo" }
  /// POST: pass a document on by its rule.
  static func sendingByRule(_ id: IncomingDocument.ID) -> String { "\(show(id))/theo-quy-tac" }

  static let nextNumber = "/van-ban-den/so-tiep-theo"
  static let issuers = "/van-ban-den/co-quan-ban-hanh"
  static let receivers = "/van-ban-den/noi-nhan"

  package static func show(_ id: IncomingDocument.ID) -> String { "/van-ban-den/\(id)" }

  static func correction(_ id: IncomingDocument.ID) -> String { "/van-ban-den/\(id)/sua" }

  static func files(_ id: IncomingDocument.ID) -> String { "/van-ban-den/\(id)/tep" }

  static func cancellation(_ id: IncomingDocument.ID) -> String { "/van-ban-den/\(id)/huy-so" }

  static func stamped(_ id: IncomingDocument.ID) -> String { "/van-ban-den/\(id)/ban-in" }

  /// Phiếu giải quyết; below it a file of each format.
  static func slip(_ id: IncomingDocument.ID) -> String { "/van-ban-den/\(id)/phieu" }

  static func preview(_ id: IncomingDocument.ID) -> String { "/van-ban-den/\(id)/xem-truoc" }

  static func live(_ id: IncomingDocument.ID) -> String { "/van-ban-den/\(id)/tien-do" }

  static func file(_ id: IncomingFile.ID) -> String { "/tep-den/\(id)" }

  static func page(_ id: IncomingFile.ID, _ page: Int) -> String { "/tep-den/\(id)/trang/\(page)" }

  static func thumbnail(_ id: IncomingFile.ID, _ page: Int) -> String { "/tep-den/\(id)/trang/\(page)?nho=1" }

  static func paper(_ id: WaitingPaper.ID) -> String { "/van-ban-den/cho/\(id)" }

  static func paperAct(_ id: WaitingPaper.ID, _ act: PaperAct) -> String { "\(paper(id))/\(act.rawValue)" }

  static func paperPage(_ id: WaitingPaper.ID, _ page: Int, version: Int) -> String {
    "\(paper(id))/trang/\(page)?ban=\(version)"
  }

  static func paperThumbnail(_ id: WaitingPaper.ID, version: Int) -> String {
    "\(paper(id))/trang/1?nho=1&ban=\(version)"
  }

  static func paperPreview(_ id: WaitingPaper.ID) -> String { "\(paper(id))/xem-truoc" }

  static func paperArea(_ id: WaitingPaper.ID) -> String { "\(paper(id))/doc-vung" }

  enum PaperAct: String {
    case register = "vao-so"
    case discard = "bo"
    case turn = "xoay"
    case split = "tach"
    case join = "ghep"
    case lookAgain = "xem-lai"
    case destroy = "dau-mat"
    case giveBack = "tra"
  }
}
