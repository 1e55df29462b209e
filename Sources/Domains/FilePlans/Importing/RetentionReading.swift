import Kernel
import VietnameseText

/// What a file says as a table of retention (chạy thử): its rows, and what is wrong, row by row. A row without a term is
/// the heading of those below it.
struct RetentionReading: Sendable, Equatable {
  var rules: [RetentionRule] = []
  var faults: [PlanReading.Fault] = []

  static let titleLengthMax = 1000

  init(_ sheet: PlanSheet) {
    var group = ""
    for row in sheet.lines {
      let title = sheet.value(.title, of: row)
      let retention = sheet.value(.retention, of: row)
      let own = sheet.value(.group, of: row)
      if retention.isEmpty {
        let text = title.isEmpty ? row.cells.first { !$0.isEmpty } ?? "" : title
        group = PlanReading.heading(text)?.title ?? text
        continue
      }
      guard !title.isEmpty, title.count <= Self.titleLengthMax else {
        faults.append(
          .init(
            row: row.number,
            message: title.isEmpty ? "Thiếu tên loại hồ sơ." : "Tên dài quá \(Self.titleLengthMax) ký tự."))
        continue
      }
      guard let term = RetentionPeriod(typed: retention) else {
        faults.append(
          .init(
            row: row.number, message: "Không hiểu thời hạn «\(retention.prefix(40))»; ghi «Vĩnh viễn» hoặc «20 năm»."))
        continue
      }
      rules.append(
        RetentionRule(
          place: rules.count + 1, group: own.isEmpty ? group : own, title: title, retention: term,
          note: String(sheet.value(.note, of: row).prefix(500))))
    }
    if rules.isEmpty, faults.isEmpty {
      faults.append(.init(row: sheet.headRow, message: "Dưới dòng tiêu đề không có dòng nào có thời hạn."))
    }
  }
}
