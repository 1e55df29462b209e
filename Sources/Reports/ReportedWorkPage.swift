import IncomingDocuments
import Kernel
import Markup
import Organization
import WebApp
import Work
import WorkCalendar

/// The rows behind a figure: pieces of work, each with its document, holder and deadline.
struct ReportedWorkPage {
  /// A piece of work, and what can be done with it from here.
  struct Row {
    var work: ReportedWork
    var unitName: String
    var deadline: DeadlineMark?
    /// In this step so long, where steps are told.
    var spent: String?
    var urgePath: String?
    var recallPath: String?
  }

  var title: String
  /// What is shown, in words.
  var line: String
  var head: HTML = .empty
  var rows: [Row]
  var pager = Pager()
  var back: Button?
  /// What stands where there is no row.
  var empty = EmptyState("Không có việc nào", "Việc đúng với điều kiện này sẽ hiện ở đây.")

  static let keys: [KeyHint] = .list

  var html: HTML {
    """
    \(PageHead(title, line: "\(line)", acts: back.map { [$0] } ?? []).html)\(head)\
    \(rows.isEmpty ? empty.html : table.html)\(pager.html)
    """
  }

  private var hasActs: Bool { rows.contains { $0.urgePath != nil || $0.recallPath != nil } }

  private var table: DataTable {
    let told = rows.contains { $0.spent != nil }
    var columns: [DataTable.Column] = [
      .init("Văn bản", .long), .init("Nơi giữ việc"), .init("Giao lúc"), .init("Hạn, kết quả"),
    ]
    if told { columns.append(.init("Ở bước này", .figures)) }
    if hasActs { columns.append(.init("Việc", .narrow, labelHidden: true)) }
    return DataTable(
      caption: title, columns: columns,
      rows: rows.map { row in
        DataTable.Row(
          id: "w\(row.work.id)",
          cells: [document(row.work), holder(row), given(row.work), deadline(row)]
            + (told ? ["\(row.spent ?? "")"] : []) + (hasActs ? [acts(row)] : []),
          isUnread: row.work.openedAt == nil && row.work.endedAt == nil)
      })
  }

  private func document(_ work: ReportedWork) -> HTML {
    let urgency = UrgencyMark(rawValue: work.urgency)
    let code = work.codeText.isEmpty ? "" : ", \(work.codeText)"
    return """
      \(urgency?.html)<a class="subject" href="\(IncomingDocumentPaths.show(work.document))" data-open>\(work.subject)</a>\
      <small>Số đến \(work.arrivalNumber)\(code) \(work.issuer)</small>
      """
  }

  private func holder(_ row: Row) -> HTML {
    let unit: HTML = .when(row.work.holderName != row.unitName, "<small>\(row.unitName)</small>")
    return "\(row.work.holderName)\(unit)<small>\(row.work.role.label) \(StateMark(row.work.state).html)</small>"
  }

  private func given(_ work: ReportedWork) -> HTML {
    let opened =
      work.openedAt.map { "\(work.openedBy ?? "") mở \($0.text)" } ?? (work.endedAt == nil ? "chưa mở" : "")
    return "<span class=\"figures\">\(work.givenAt.text)</span><small>\(work.giverName)</small><small>\(opened)</small>"
  }

  private func deadline(_ row: Row) -> HTML {
    let outcome: HTML = .when(!row.work.outcome.isEmpty, "<small>\(row.work.outcome)</small>")
    let ended: HTML = row.work.endedAt.map { "<small>\(row.work.state.label) \($0.text)</small>" } ?? .empty
    return "\(row.deadline?.html ?? "<span class=\"quiet\">không hạn</span>")\(ended)\(outcome)"
  }

  private func acts(_ row: Row) -> HTML {
    let urge = row.urgePath.map { Button("Đôn đốc", style: .quiet, path: $0).html }
    let recall = row.recallPath.map { Button("Thu hồi", style: .quiet, path: $0).html }
    return "<div class=\"row-acts\">\(urge)\(recall)</div>"
  }
}

extension StateMark {
  init(_ state: WorkItem.State) {
    let tone: Tone =
      switch state {
      case .done: .done
      case .returned, .recalled: .wrong
      case .offered, .waiting: .look
      case .inProgress, .passedOn: .plain
      }
    self.init(state.label, tone)
  }
}
