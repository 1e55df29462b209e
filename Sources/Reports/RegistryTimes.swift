import Database
import IncomingDocuments
import Kernel
import Markup
import WorkCalendar

/// «Thời hạn của văn thư»: how registering, presenting, transferring and acknowledging went against the law's limits,
/// each figure with its list (DEN-02, DEN-06, DEN-10).
struct RegistryTimes {
  struct Line {
    var label: String
    var onTime: Figure
    var late: Figure
    /// Nil where what waits is no document yet.
    var waitingLate: Figure?
  }

  var lines: [Line]
  /// «Văn bản đến trong 31 ngày qua».
  var span: String

  var html: HTML {
    """
    <h2 class="report-part">Thời hạn của văn thư</h2>\(table.html)<p class="hint report-note">\(span). Vào sổ, trình, chuyển giao: trong \
    ngày, chậm nhất hết ngày làm việc tiếp theo; văn bản khẩn: ngay. Chuyển giao tính từ lúc có bút phê (bút phê trên giấy: từ ngày ghi \
    trên giấy) đến lúc nơi được giao nhận việc. Báo nhận: văn bản điện tử, trong ngày đến.</p>
    """
  }

  private var table: DataTable {
    DataTable(
      caption: "Thời hạn của văn thư",
      columns: [
        .init("Việc của văn thư", .long), .init("Đúng hạn", .figures), .init("Quá hạn", .figures),
        .init("Chưa làm, quá hạn", .figures),
      ],
      rows: lines.map { line in
        DataTable.Row(
          cells: [
            "\(line.label)", line.onTime.html, line.late.html,
            line.waitingLate?.html ?? "<span class=\"quiet\">–</span>",
          ])
      }, walkable: false)
  }
}

extension RegistryTimes {
  /// No registry takes in more in a year.
  private static let documentsMax = 500_000

  /// Of the documents that arrived in the last month, or within the days.
  init(_ days: ClosedRange<Day>? = nil, span: String, by actor: Actor, in transaction: any Transaction) throws {
    let store = IncomingDocumentStore(transaction)
    self.span = span
    lines = try RegistryStep.ofArrivals.map { step in
      let counts = try store.counts(
        step, from: days?.lowerBound, to: days?.upperBound, visibleTo: actor, cap: Self.documentsMax)
      func figure(_ outcome: RegistryFate.Outcome) -> Figure {
        Figure(
          counts[outcome, default: 0],
          IncomingDocumentPaths.went(
            RegistryFate(step, outcome), from: days?.lowerBound, to: days?.upperBound))
      }
      return Line(
        label: step.label.prefix(1).uppercased() + step.label.dropFirst(), onTime: figure(.onTime), late: figure(.late),
        waitingLate: step == .register ? nil : figure(.waitingLate))
    }
  }
}
