import Kernel
import Markup
import Work

/// Addresses of handling: acts of a document, and of one piece of its work.
extension IncomingDocumentPaths {
  /// What a person gave to others: a screen of «Reports», above this module.
  package static let given = "/viec-da-giao"

  /// A draft that answers the document and whose issue completes this work: a screen of «Drafts», beside this module.
  static func reply(_ item: WorkItem.ID, to id: IncomingDocument.ID) -> String {
    "/du-thao/moi?tu=\(RecordReference.incomingDocument(id).text)&viec=\(item)"
  }

  static func presentation(_ id: IncomingDocument.ID) -> String { "\(show(id))/trinh" }

  static func directive(_ id: IncomingDocument.ID) -> String { "\(show(id))/but-phe" }

  /// Follows the document, or stops following it.
  static func following(_ id: IncomingDocument.ID) -> String { "\(show(id))/theo-doi" }

  static func filing(_ id: IncomingDocument.ID) -> String { "\(show(id))/luu-ho-so" }

  /// Whom a text names, for a script that ticks them while one types.
  static func namedPlaces(_ id: IncomingDocument.ID) -> String { "\(directive(id))/noi-nhan" }

  /// An act's form that leads back to the list it was opened from.
  static func returning(_ path: String, to back: String) -> String {
    "\(path)?\(UndoNotice.backName)=\(LocalPath.queryValue(back))"
  }

  /// Takes back what was sent a moment ago.
  static func undo(_ sending: Sending) -> String { "\(show(sending.document))/hoan-tac/\(sending.id)" }

  /// Which of the typed deadlines are days off, while one types.
  static func daysOff(_ id: IncomingDocument.ID) -> String { "\(show(id))/ngay-nghi" }

  package static func work(_ item: WorkItem.ID, _ act: WorkAct, on id: IncomingDocument.ID) -> String {
    "\(show(id))/viec/\(item)/\(act.rawValue)"
  }

  package enum WorkAct: String {
    case accept = "nhan"
    case assign = "phan-cong"
    case giveBack = "tra-lai"
    case complete = "ket-qua"
    case recall = "thu-hoi"
    case reopen = "mo-lai"
    case note = "tien-do"
    case askOpinion = "xin-y-kien"
    case giveOpinion = "y-kien"
    case askExtension = "xin-gia-han"
    case decideExtension = "gia-han"
    case setDeadline = "doi-han"
    case replaceLead = "doi-chu-tri"
    case handOver = "ban-giao"
    case urge = "don-doc"
    case linkReply = "van-ban-tra-loi"

    /// Whether it can be taken back for a few seconds (`Sending.Act`).
    var isSending: Bool {
      [.assign, .askOpinion, .giveOpinion, .handOver, .replaceLead, .giveBack, .complete].contains(self)
    }
  }
}
