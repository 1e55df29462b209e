import Database
import Documents
import Kernel
import Lists
import Papers
import Registers
import WebApp

/// The list of incoming documents as its readers shape it and take it along.
package struct IncomingDocumentRows: ShownList {
  package init() {}

  package let code = "van-ban-den"
  package let title = "Văn bản đến"
  package let path = IncomingDocumentPaths.list
  package let order = "số đến, mới nhất lên đầu"

  package var columns: [ListColumn] { IncomingDocumentColumn.allCases.map(\.listColumn) }

  package func criteria(
    _ address: Form, today: Day, by actor: Actor, in transaction: any Transaction
  ) throws -> [String] {
    let filter = IncomingDocumentListScreen.filter(address, today: today)
    var criteria: [String] = []
    if !filter.words.isEmpty { criteria.append("Có chữ: \(filter.words)") }
    if let register = filter.register {
      criteria.append("Sổ: \(try RegisterStore(transaction).find(register, visibleTo: actor).title)")
    }
    if !filter.typeKey.isEmpty {
      let type = try DocumentTypeStore(transaction).all().first { $0.key == filter.typeKey }
      criteria.append("Loại: \(type?.name ?? filter.typeKey)")
    }
    if let urgency = filter.urgency { criteria.append("Độ khẩn: \(urgency.label)") }
    if let day = filter.fromDay { criteria.append("Đến từ ngày \(day.text)") }
    if let day = filter.toDay { criteria.append("Đến hết ngày \(day.text)") }
    if let progress = filter.progress { criteria.append("Tình trạng xử lý: \(progress.filterLabel)") }
    if filter.isWithoutFile { criteria.append(filter.isPresented ? "Đã trình, chưa có tệp" : "Chưa có tệp") }
    if let fate = filter.fate { criteria.append(fate.label) }
    if filter.isFollowed { criteria.append("Tôi theo dõi") }
    return criteria
  }

  package func batch(
    _ address: Form, after key: Int64?, limit: Int, today: Day, by actor: Actor, in transaction: any Transaction
  ) throws -> ListBatch {
    let slice = try IncomingDocumentStore(transaction).newest(
      IncomingDocumentListScreen.filter(address, today: today), page: key.map(KeysetPage.before) ?? .newest,
      limit: limit, visibleTo: actor)
    let types = try DocumentTypeStore(transaction).all()
    let names = Dictionary(uniqueKeysWithValues: types.map { ($0.key, $0.name) })
    var next: Int64?
    if case .before(let key) = slice.older { next = key }
    return ListBatch(rows: slice.documents.map { Self.row($0, names) }, next: next)
  }

  private static func row(_ document: IncomingDocument, _ typeNames: [String: String]) -> ListBatch.Row {
    var cells: [String: SpreadsheetFile.Cell] = [:]
    for column in IncomingDocumentColumn.allCases {
      cells[column.rawValue] = cell(column, document, typeNames)
    }
    return ListBatch.Row(cells, isGrey: document.cancelReason != nil)
  }

  private static func cell(
    _ column: IncomingDocumentColumn, _ document: IncomingDocument, _ typeNames: [String: String]
  ) -> SpreadsheetFile.Cell {
    let facts = document.facts
    return switch column {
    case .arrivalNumber: .number(document.arrivalNumber)
    case .arrivalDay: .day(facts.arrivalDate)
    case .subject: .text(facts.subject)
    case .code: .text(facts.codeText)
    case .issuer: .text(facts.issuerName)
    case .toPlaces: .text(facts.toPlaces)
    case .deadline: facts.handlingDueDate.map { .day($0) } ?? .empty
    case .state:
      .text(
        document.isDisposed
          ? document.stateLabel : document.cancelReason.map { "Đã hủy số: \($0)" } ?? document.state.label)
    case .type: .text(typeNames[facts.typeKey] ?? "")
    case .issuedDay: facts.issuedDate.map { .day($0) } ?? .empty
    case .urgency: .text(facts.urgency.label)
    case .signer: .text(facts.signerName)
    case .channel: .text(facts.channel.label)
    case .pageCount: facts.pageCount.map { .number($0) } ?? .empty
    case .paperHolder: .text(facts.paperHolder)
    case .note: .text(facts.note)
    }
  }
}
