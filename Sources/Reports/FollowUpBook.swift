import Database
import Documents
import IncomingDocuments
import Kernel
import Lists
import Papers
import WebApp
import Work
import WorkCalendar

/// A line of the follow-up register as Decree 30/2020, Annex IV prints it: seven columns.
struct FollowUpLine: Sendable, Equatable {
  var document: IncomingDocument.ID
  var arrivalNumber: Int
  /// Tên loại, số, ký hiệu, ngày, tháng và tên cơ quan, tổ chức ban hành văn bản.
  var source: String
  var subject: String
  /// Đơn vị hoặc người nhận.
  var assignee: String
  var due: String
  var progress: String
  var reply: String
  var note: String

  /// Heads of the seven columns, as printed.
  static let titles = [
    "Số đến", "Tên loại, số, ký hiệu, ngày, tháng và tên cơ quan, tổ chức ban hành văn bản",
    "Đơn vị hoặc người nhận", "Thời hạn giải quyết", "Tiến độ giải quyết", "Số, ký hiệu văn bản trả lời", "Ghi chú",
  ]

  var cells: [String] { ["\(arrivalNumber)", source, assignee, due, progress, reply, note] }
}

/// Reads the follow-up register.
struct FollowUpBook {
  private let transaction: any Transaction
  private let actor: Actor
  let question: FollowUpQuestion

  init(_ question: FollowUpQuestion, by actor: Actor, in transaction: any Transaction) {
    self.question = question
    self.actor = actor
    self.transaction = transaction
  }

  static func question(_ address: Form, today: Day, by actor: Actor) throws -> (FollowUpQuestion, ReportPeriod, String?)
  {
    let (period, problem) = ReportPeriod.asked(address, today: today)
    let question = FollowUpQuestion(
      scope: try ReportsAccess.requireScope(of: actor), days: period.days,
      progress: IncomingProgress(rawValue: address[ReportsPaths.Name.progress]))
    return (question, period, problem)
  }

  func lines(after key: Int64?, limit: Int) throws -> (lines: [FollowUpLine], next: Int64?) {
    let (documents, next) = try FollowUpStore(transaction, for: actor).page(question, after: key, limit: limit)
    let types = Dictionary(
      uniqueKeysWithValues: try DocumentTypeStore(transaction).all().map { ($0.key, $0.name) })
    // Asked together: one way to the database for all.
    let items = try documents.map { try WorkStore(transaction).itemsLater(of: .incomingDocument($0.id)) }
    let lines = try zip(documents, items).map { document, items in
      line(document, type: types[document.typeKey] ?? "", document.isWithheld ? [] : try items.get())
    }
    return (lines, next)
  }

  private func line(_ document: FollowUpDocument, type: String, _ items: [WorkItem]) -> FollowUpLine {
    let standing = items.filter { $0.state != .returned && $0.state != .recalled }
    let leads = standing.filter { $0.role == .lead }
    let top = leads.first
    let helpers = standing.filter { $0.role == .coordinate && $0.parent == top?.parent }
    let officer = leads.dropFirst().last
    let who = [top?.holderName, officer.map { "(\($0.holderName))" }].compactMap(\.self).joined(separator: " ")
    let with = helpers.isEmpty ? "" : "; phối hợp: \(helpers.map(\.holderName).uniqued.joined(separator: ", "))"
    let issued = document.issuedOn.map { " ngày \($0.text)" } ?? ""
    let due = (top?.dueAt).map { Deadline(due: $0).lastDay.text } ?? document.due?.text ?? ""
    var progress = document.progress.label
    if let top, !top.isOpen, let ended = top.endedAt {
      progress += " \(ended.day.text)" + (top.dueAt.map { ended < $0 ? ", đúng hạn" : ", trễ hạn" } ?? "")
    } else if let dueAt = top?.dueAt, dueAt <= transaction.now {
      progress += ", quá hạn"
    }
    if let outcome = top?.outcome, !outcome.isEmpty { progress += ": \(outcome)" }
    return FollowUpLine(
      document: document.id, arrivalNumber: document.arrivalNumber,
      source: document.isWithheld
        ? document.subject : "\(type) \(document.codeText)\(issued) của \(document.issuer)".trimmed,
      subject: document.subject, assignee: who.isEmpty ? informed(standing) ?? document.toPlaces : who + with, due: due,
      progress: progress,
      reply: leads.compactMap { $0.replyCode.isEmpty ? nil : $0.replyCode }.uniqued.joined(separator: "; "),
      note: document.note)
  }
}

/// Those who were only to know, where nobody was to do anything.
private func informed(_ items: [WorkItem]) -> String? {
  let names = items.filter { $0.role == .inform }.map(\.holderName)
  return names.isEmpty ? nil : "\(names.joined(separator: ", ")) (để biết)"
}

extension String {
  fileprivate var trimmed: String { String(drop { $0 == " " }) }
}

extension [String] {
  fileprivate var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}

/// The register as a file.
package struct FollowUpList: ShownList {
  package init() {}

  package let code = "so-theo-doi"
  package let title = "Sổ theo dõi giải quyết văn bản đến"
  package let path = ReportsPaths.followUp
  package let order = "ngày đến, số đến"

  private static let widths: [Double] = [10, 46, 36, 18, 34, 22, 20]

  package var columns: [ListColumn] {
    zip(FollowUpLine.titles, Self.widths).enumerated().map { index, column in
      ListColumn("c\(index + 1)", column.0, width: column.1, isFixed: true)
    }
  }

  package func criteria(
    _ address: Form, today: Day, by actor: Actor, in transaction: any Transaction
  ) throws -> [String] {
    let (question, period, _) = try FollowUpBook.question(address, today: today, by: actor)
    return ["Từ ngày \(period.days.lowerBound.text) đến ngày \(period.days.upperBound.text)"]
      + (question.progress.map { ["Tiến độ: \($0.label)"] } ?? [])
  }

  package func batch(
    _ address: Form, after key: Int64?, limit: Int, today: Day, by actor: Actor, in transaction: any Transaction
  ) throws -> ListBatch {
    let (question, _, _) = try FollowUpBook.question(address, today: today, by: actor)
    let (lines, next) = try FollowUpBook(question, by: actor, in: transaction).lines(after: key, limit: limit)
    return ListBatch(
      rows: lines.map { line in
        var cells: [String: SpreadsheetFile.Cell] = [:]
        for (index, cell) in line.cells.enumerated() {
          cells["c\(index + 1)"] = index == 0 ? .number(line.arrivalNumber) : .text(cell)
        }
        return ListBatch.Row(cells)
      }, next: next)
  }
}
