import Exchange
import Kernel
import OutgoingDocuments

/// Numbers and texts asked of the recipients of one document, to be merged into one sheet (thu báo cáo).
package struct ReportCollection: Sendable, Equatable {
  package typealias ID = Identifier<ReportCollection>

  package enum State: String, Sendable, CaseIterable {
    case open, closed

    /// The Vietnamese term.
    package var label: String {
      switch self {
      case .open: "Đang thu"
      case .closed: "Đã khóa sổ"
      }
    }
  }

  /// What can be done with it.
  package enum Step: String, Sendable, CaseIterable {
    /// Its form is changed; only before anybody began to fill it in.
    case change
    case save, send
    case giveBack
    case close, reopen
  }

  /// In which states of the collection and of its document a step may be taken. What is not listed is refused.
  package static let lifecycle: [Step: (collection: Set<State>, document: Set<OutgoingDocument.State>)] = [
    .change: ([.open], [.numbered, .issued]),
    .save: ([.open], [.issued]),
    .send: ([.open], [.issued]),
    .giveBack: ([.open], [.issued]),
    .close: ([.open], [.issued]),
    .reopen: ([.closed], [.issued]),
  ]

  package var id: ID
  package var document: OutgoingDocument.ID
  package var agency: AgencyID
  package var form: SheetForm
  package var state: State
  package var madeAt: Instant
  package var madeBy: String
  package var makerPost: PostID
  package var closedAt: Instant?
  package var closedBy: String?
  package var version: Int
  /// Of the document that asks.
  package var codeText: String
  package var subject: String
  package var documentState: OutgoingDocument.State
  package var dueOn: Day

  /// The refusal of a step as things stand; nil when it may be taken.
  package func obstacle(to step: Step) -> Refusal? {
    guard let allowed = Self.lifecycle[step] else { return nil }
    if !allowed.document.contains(documentState) {
      return Refusal(
        .conflict,
        "Văn bản \(codeText) đang ở trạng thái «\(documentState.label)» nên không làm được việc này với biểu thu báo cáo."
      )
    }
    guard !allowed.collection.contains(state) else { return nil }
    switch state {
    case .closed:
      return Refusal(
        .conflict,
        "Biểu «\(form.title)» đã khóa sổ\(closedAt.map { " lúc \($0.text)" } ?? ""). Cần sửa số liệu thì đề nghị nơi thu mở lại."
      )
    case .open: return Refusal(.conflict, "Biểu «\(form.title)» đang thu.")
    }
  }
}

extension RecordReference {
  /// A collection of reports.
  package static func reportCollection(_ id: ReportCollection.ID) -> RecordReference {
    RecordReference(code: reportCollectionCode, number: id.number)
  }
}
