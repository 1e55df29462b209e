import Kernel
import Work

/// Addresses of handling: acts of a document, and of one piece of its work.
extension IncomingDocumentPaths {
  static func presentation(_ id: IncomingDocument.ID) -> String { "\(show(id))/trinh" }

  static func directive(_ id: IncomingDocument.ID) -> String { "\(show(id))/but-phe" }

  /// Whom a text names, for a script that ticks them while one types.
  static func namedPlaces(_ id: IncomingDocument.ID) -> String { "\(directive(id))/noi-nhan" }

  static func work(_ item: WorkItem.ID, _ act: WorkAct, on id: IncomingDocument.ID) -> String {
    "\(show(id))/viec/\(item)/\(act.rawValue)"
  }

  enum WorkAct: String {
    case accept = "nhan"
    case assign = "phan-cong"
    case giveBack = "tra-lai"
    case complete = "ket-qua"
    case recall = "thu-hoi"
    case reopen = "mo-lai"
  }
}
