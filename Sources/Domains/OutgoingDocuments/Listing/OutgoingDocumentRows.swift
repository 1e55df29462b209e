import Database
import Documents
import Kernel
import Lists
import Papers
import Registers
import WebApp

/// The list of outgoing documents as its readers shape it and take it along.
package struct OutgoingDocumentRows: ShownList {
  package init() {}

  package let code = "van-ban-di"
  package let title = "Văn bản đi"
  package let path = OutgoingDocumentPaths.list
  package let order = "thời điểm cấp số, mới nhất lên đầu"

  package var columns: [ListColumn] { OutgoingDocumentColumn.allCases.map(\.listColumn) }

  package func criteria(
    _ address: Form, today: Day, by actor: Actor, in transaction: any Transaction
  ) throws -> [String] {
    let filter = OutgoingDocumentListScreen.filter(address, today: today)
    var criteria: [String] = []
    if !filter.words.isEmpty { criteria.append("Có chữ: \(filter.words)") }
    if let register = filter.register {
      criteria.append("Sổ: \(try RegisterStore(transaction).find(register, visibleTo: actor).title)")
    }
    if !filter.typeKey.isEmpty {
      criteria.append("Loại: \(DocumentType.known(filter.typeKey)?.name ?? filter.typeKey)")
    }
    if let state = filter.state { criteria.append("Tình trạng: \(state.label)") }
    if let urgency = filter.urgency { criteria.append("Độ khẩn: \(urgency.label)") }
    if let day = filter.fromDay { criteria.append("Từ ngày \(day.text)") }
    if let day = filter.toDay { criteria.append("Đến hết ngày \(day.text)") }
    if filter.isOwed { criteria.append("Còn nợ trả lời") }
    return criteria
  }

  package func batch(
    _ address: Form, after key: Int64?, limit: Int, today: Day, by actor: Actor, in transaction: any Transaction
  ) throws -> ListBatch {
    let slice = try OutgoingDocumentStore(transaction).newest(
      OutgoingDocumentListScreen.filter(address, today: today), page: key.map(KeysetPage.before) ?? .newest,
      limit: limit, visibleTo: actor)
    let recipients = try OutgoingRecipientStore(transaction).lists(of: slice.documents.map(\.id))
    var next: Int64?
    if case .before(let key) = slice.older { next = key }
    return ListBatch(rows: slice.documents.map { Self.row($0, recipients[$0.id] ?? []) }, next: next)
  }

  private static func row(_ document: OutgoingDocument, _ recipients: [OutgoingRecipient]) -> ListBatch.Row {
    var cells: [String: SpreadsheetFile.Cell] = [:]
    for column in OutgoingDocumentColumn.allCases { cells[column.rawValue] = cell(column, document, recipients) }
    return ListBatch.Row(cells, isGrey: document.state == .cancelled)
  }

  private static func cell(
    _ column: OutgoingDocumentColumn, _ document: OutgoingDocument, _ recipients: [OutgoingRecipient]
  ) -> SpreadsheetFile.Cell {
    let facts = document.facts
    return switch column {
    case .code: .text(document.codeText)
    case .issuedDay: .day(facts.issuedDate)
    case .subject: .text(facts.subject)
    case .recipients: .text(recipients.map(\.name).joined(separator: "; "))
    case .signer: .text(facts.signerName)
    case .unit: .text(facts.unitName)
    case .state: .text(document.state.label + (document.endReason.map { ": \($0)" } ?? ""))
    case .type: .text(DocumentType.known(facts.typeKey)?.name ?? "")
    case .urgency: .text(facts.urgency.label)
    case .drafter: .text(facts.drafterName)
    case .fileCopyHolder: .text(facts.fileCopyHolder)
    case .amount: facts.amount.map { .number($0) } ?? .empty
    case .replyDue: facts.replyDueDate.map { .day($0) } ?? .empty
    case .identifier: .text(document.identifier ?? "")
    case .note: .text(facts.note)
    }
  }
}
