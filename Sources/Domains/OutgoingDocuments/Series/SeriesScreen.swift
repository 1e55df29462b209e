import Database
import Documents
import Kernel
import Markup
import Registers
import WebApp

/// Gathers «Dãy số».
enum SeriesScreen {
  static func read(
    input: FormInput, seal: FormSeal, by actor: Actor, in transaction: any Transaction
  ) throws -> SeriesPage {
    guard RegistersAccess.mayReadBooks(actor) else { throw OutgoingDocumentAccess.notRegistry }
    let year = transaction.now.day.year
    let mayLay = OutgoingDocumentAccess.mayNumber(actor)
    let isBegun = try NumberStore(transaction).hasNumbers(actor.agency, .outgoing, year: year)
    return SeriesPage(
      rows: try OutgoingSeriesStore(transaction).list(of: actor.agency).map { row($0, mayEnd: mayLay, year: year) },
      types: DocumentType.administrative.map { .init($0.key, $0.name) }, mayLay: mayLay,
      begins: isBegun ? "dùng từ 01/01/\(year + 1) vì năm \(year) đã cấp số" : "dùng ngay vì năm \(year) chưa cấp số",
      input: input, seal: seal)
  }

  private static func row(_ series: OutgoingSeries, mayEnd: Bool, year: Int) -> SeriesPage.Row {
    let types = series.typeKeys.map { DocumentType.known($0)?.name ?? $0 }.joined(separator: ", ")
    let isEnded = series.untilYear.map { $0 < year || $0 < series.fromYear } ?? false
    let years: String =
      switch series.untilYear {
      case nil: series.fromYear > year ? "từ 01/01/\(series.fromYear)" : "từ \(series.fromYear)"
      case let last? where last < series.fromYear: "không dùng"
      case let last?: "\(series.fromYear)–\(last)"
      }
    return SeriesPage.Row(
      name: series.name, scope: series.bodyName.isEmpty ? types : "\(series.bodyName) (\(series.bodyAbbreviation))",
      basis: series.basis, years: years, laid: "\(series.laidBy), \(series.laidAt.day.text)", isEnded: isEnded,
      endPath: mayEnd && series.untilYear == nil ? OutgoingDocumentPaths.seriesEnd(series.id) : nil)
  }
}
