import Documents
import Drafts
import Exchange
import Kernel
import Registers

/// A document that the agency issues (văn bản đi), from its number on.
package struct OutgoingDocument: Sendable, Equatable {
  package typealias ID = Identifier<OutgoingDocument>

  package enum State: String, Sendable, CaseIterable {
    /// It has its number and waits to be issued (DI-08).
    case numbered
    case issued
    /// Frozen: nothing of it changes any more, its trace stays (PL6-81).
    case recalled
    /// Its number was cancelled with a reason before it was issued; the line stays in the book.
    case cancelled

    /// The Vietnamese term.
    package var label: String {
      switch self {
      case .numbered: "Chờ phát hành"
      case .issued: "Đã phát hành"
      case .recalled: "Đã thu hồi"
      case .cancelled: "Đã hủy số"
      }
    }
  }

  /// What can happen to it.
  package enum Step: String, Sendable, CaseIterable {
    case correct, addFiles, stamp, issue, undoIssue, send, sendFurther, relate, pairReply, urge, recall, cancel,
      withhold
  }

  /// All permitted steps. What is not listed is refused.
  package static let lifecycle: [Step: (from: Set<State>, to: State?)] = [
    .correct: ([.numbered], nil),
    .addFiles: ([.numbered], nil),
    .stamp: ([.numbered], nil),
    .issue: ([.numbered], .issued),
    .undoIssue: ([.issued], .numbered),
    .send: ([.issued, .recalled], nil),
    .sendFurther: ([.issued], nil),
    .relate: ([.numbered, .issued], nil),
    .pairReply: ([.issued], nil),
    .urge: ([.issued], nil),
    .recall: ([.issued], .recalled),
    .cancel: ([.numbered], .cancelled),
    .withhold: ([.numbered], nil),
  ]

  package var id: ID
  package var agency: AgencyID
  package var book: RegisterBook.ID
  /// Số của văn bản.
  package var number: Int
  package var facts: OutgoingFacts
  /// Mã định danh văn bản; nil while the agency has no identifier (PL6-13, QD-14).
  package var identifier: String?
  package var state: State
  /// A secrecy mark was found in a file of it (niêm giữ, MAT-05): nothing is done with it until two people have decided.
  package var isWithheld = false
  package var numberedAt: Instant
  package var numberedBy: String
  package var issuedAt: Instant?
  package var issuedBy: String?
  /// Why it was recalled, or its number cancelled.
  package var endReason: String?
  package var fileCount: Int
  /// The draft that it was written as; nil for what was written elsewhere.
  package var draft: Draft.ID?
  package var version: Int
  /// «Đã hủy theo Quyết định số … ngày …» when it was destroyed at the end of its retention (LT-03); only the line of the
  /// book is left.
  package var disposal: String?

  /// «05/BNV-VP»: below ten with a zero (Annex I).
  package var codeText: String { "\(codeNumber)/\(facts.notation)" }

  /// «05».
  var codeNumber: String { RegisterRow.padded(number) }

  /// Where it stands, in a word.
  package var stateLabel: String { isWithheld ? "Đang niêm giữ" : disposal == nil ? state.label : "Đã hủy" }

  /// The refusal of a step in this state; nil when it may be taken.
  package func obstacle(to step: Step) -> Refusal? {
    if isWithheld {
      return Refusal(
        .conflict,
        "Văn bản \(codeText) đang bị niêm giữ vì nghi có dấu mật; chờ chánh văn phòng hoặc lãnh đạo quyết định.")
    }
    if let disposal {
      return Refusal(
        .conflict,
        "Văn bản \(codeText): \(disposal.prefix(1).lowercased() + disposal.dropFirst()), chỉ còn dòng trong sổ.")
    }
    guard let move = Self.lifecycle[step], !move.from.contains(state) else { return nil }
    let frozen = state == .recalled ? " và được giữ nguyên" : ""
    return Refusal(
      .conflict, "Văn bản \(codeText) đang ở trạng thái «\(state.label)»\(frozen) nên không làm được việc này.")
  }

  /// The document after a step, or the refusal that names its state.
  func taking(_ step: Step) throws(Refusal) -> OutgoingDocument {
    if let obstacle = obstacle(to: step) { throw obstacle }
    var next = self
    if let state = Self.lifecycle[step]?.to { next.state = state }
    return next
  }
}

extension RecordReference {
  package static let outgoingDocumentCode = issuedDocumentCode

  /// An outgoing document.
  package static func outgoingDocument(_ id: OutgoingDocument.ID) -> RecordReference {
    RecordReference(code: outgoingDocumentCode, number: id.number)
  }
}
