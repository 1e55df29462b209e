import Database
import Kernel
import Markup

/// Gathers the page of a file that waits to be confirmed.
enum PlanImportScreen {
  static func plan(
    _ year: Int, _ id: PlanImport.ID, by actor: Actor, seal: FormSeal, in transaction: any Transaction
  ) throws -> PlanImportPage {
    let kept = try PlanImportStore(transaction).find(id, of: actor)
    let reading = PlanReading(kept.sheet, try FilePlanMakers(of: actor.agency, in: transaction))
    var page = page(kept, [.notation, .title, .retention, .maker, .note], reading.faults, seal)
    page.title = "Nhập danh mục hồ sơ năm \(year) từ tệp"
    page.summary = "\(reading.headings.count) đề mục, \(reading.lines.count) hồ sơ"
    page.lines = reading.lines.prefix(PlanImportPage.linesMax).map { line in
      .init(
        row: "\(line.row)", heading: reading.headings[line.heading].title, title: line.facts.title,
        retention: line.facts.retention.text, maker: line.facts.maker.name)
    }
    page.lineCount = reading.lines.count
    page.action = PlanImportPaths.confirm(year, id)
    page.mappingAction = PlanImportPaths.show(year, id)
    page.backPath = FilePlanPaths.show(year)
    return page
  }

  static func retention(
    _ id: PlanImport.ID, by actor: Actor, seal: FormSeal, in transaction: any Transaction
  ) throws -> PlanImportPage {
    let kept = try PlanImportStore(transaction).find(id, of: actor)
    let reading = RetentionReading(kept.sheet)
    var page = page(kept, [.title, .retention, .group, .note], reading.faults, seal)
    page.title = "Nhập «\(kept.facts?.name ?? "")»"
    (page.tab, page.hasMakers) = (.retention, false)
    page.summary = "\(reading.rules.count) dòng"
    page.lines = reading.rules.prefix(PlanImportPage.linesMax).map { rule in
      .init(row: "\(rule.place)", heading: rule.group, title: rule.title, retention: rule.retention.text, maker: "")
    }
    page.lineCount = reading.rules.count
    page.action = PlanImportPaths.confirmRetention(id)
    page.mappingAction = PlanImportPaths.showRetention(id)
    page.backPath = RetentionPaths.list
    return page
  }

  private static func page(
    _ kept: PlanImport, _ columns: [PlanSheet.Column], _ faults: [PlanReading.Fault], _ seal: FormSeal
  ) -> PlanImportPage {
    let choices = [Field.Choice("", "không có")] + kept.sheet.choices.map { .init("\($0.index)", $0.label) }
    return PlanImportPage(
      title: "", fileName: kept.fileName, tab: .plan,
      mapping: columns.map { column in
        Field(
          column.label, name: PlanImportPage.columnPrefix + column.rawValue,
          value: kept.sheet.columns[column].map(String.init) ?? "", kind: .select(choices), width: .third)
      }, mappingAction: "", summary: "", lines: [], lineCount: 0,
      faults: faults.prefix(PlanImportPage.linesMax).map { .init(row: "\($0.row)", message: $0.message) },
      faultCount: faults.count, hasMakers: true, action: "", backPath: "", seal: seal)
  }
}
