import Documents
import Drafts
import Kernel
import Markup
import OutgoingDocuments

/// What stands behind a figure of the report on outgoing documents, as rows of one shape.
struct OutgoingReportRows {
  let names: ReportNames

  static func stateHead(_ kind: OutgoingReport.Kind) -> String {
    switch kind {
    case .drafts: "Tình trạng"
    case .documents: "Phát hành"
    case .places: "Nơi nhận"
    }
  }

  func list(_ line: OutgoingReport.Line, _ column: OutgoingReport.Column) -> [OutgoingReportRowsPage.Row] {
    switch column.kind {
    case .drafts: line.drafts.filter(column.holds).map(row)
    case .documents: line.rows.filter(column.holds).map(row)
    case .places:
      line.rows.flatMap { document in document.places.filter(column.holds).map { row(document.document, $0) } }
    }
  }

  private func row(_ draft: ReportedDraft) -> OutgoingReportRowsPage.Row {
    .init(
      key: draft.id.number, path: draft.subject == nil ? nil : DraftPaths.show(draft.id),
      codeText: DocumentType.known(draft.typeKey)?.name ?? draft.typeKey, day: draft.begunAt.day.text,
      subject: draft.subject ?? "Dự thảo chưa đến anh/chị", unit: names.name(of: draft.unit),
      fate: StateMark(draft.progress), line: draft.drafterName, isStruck: draft.progress == .cancelled)
  }

  private func row(_ row: FatedDocument) -> OutgoingReportRowsPage.Row {
    let document = row.document
    let tone: StateMark.Tone =
      switch row.fate {
      case .issuedOnTime: .done
      case .waiting: .plain
      case .issuedLate: .look
      case .waitingLate, .cancelled: .wrong
      }
    let issued = document.issuedAt.map { "phát hành \($0.text)" } ?? ""
    let recalled = document.state == .recalled ? "đã thu hồi: \(document.endReason ?? "")" : ""
    return .init(
      key: document.id.number, path: OutgoingDocumentPaths.show(document.id), codeText: document.codeText,
      day: document.facts.issuedDate.text, subject: document.facts.subject,
      unit: names.name(of: document.facts.unit), fate: StateMark(row.fate.label, tone),
      line: [issued, recalled, row.isCorrected ? "đã đính chính" : ""].filter { !$0.isEmpty }.joined(separator: "; "),
      isStruck: row.fate == .cancelled)
  }

  private func row(_ document: OutgoingDocument, _ place: ReportedPlace) -> OutgoingReportRowsPage.Row {
    .init(
      key: place.recipient.id.number, path: OutgoingDocumentPaths.show(document.id), codeText: document.codeText,
      day: document.facts.issuedDate.text, subject: document.facts.subject,
      unit: names.name(of: document.facts.unit),
      fate: StateMark(place.isReceived ? "Đã tiếp nhận" : "Chưa tiếp nhận", place.isReceived ? .done : .look),
      line: place.recipient.name)
  }
}
