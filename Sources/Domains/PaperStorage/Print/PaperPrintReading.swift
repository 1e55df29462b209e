import Database
import Dossiers
import FilePlans
import Kernel
import Organization

/// Reads what is printed.
struct PaperPrintReading {
  private static let linesMax = 10_000
  private static let batch = 500

  var actor: Actor
  /// From which system.
  var systemName: String
  var transaction: any Transaction

  private var provenance: String { "\(actor.titleOnRecord), in lúc \(transaction.now.text) từ \(systemName)" }
  private var agencyName: String {
    get throws { try OrganizationStore(transaction).agency(actor.agency).name }
  }

  /// Mục lục hộp.
  func contents(of id: ShelfPlace.ID) throws -> (box: ShelfPlace, print: PaperPrint) {
    let places = ShelfPlaceStore(transaction)
    let box = try places.find(id, visibleTo: actor)
    guard box.kind == .box else { throw Refusal(.conflict, "Chỉ hộp có mục lục; mở một hộp để in.") }
    let papers = try DossierPaperStore(transaction).list(in: id, limit: Self.linesMax)
    let byID = try DossierStore(transaction).byID(papers.map(\.dossier), visibleTo: actor)
    let lent = try DossierLoanStore(transaction).holding(among: papers.map(\.dossier)).filter { $0.value.state == .out }
    let lines = papers.compactMap { paper in byID[paper.dossier].map { (paper, $0) } }
    let rows = lines.enumerated().map { index, line in
      let (paper, dossier) = line
      let ended = dossier.endedOn.map { " – \($0.text)" } ?? ""
      let out = lent[dossier.id].map { " (đang cho mượn đến \($0.untilOn.text))" } ?? ""
      return [
        "\(index + 1)", dossier.code.text, dossier.facts.title + out, dossier.facts.startedOn.text + ended,
        dossier.facts.retention.text, paper.sheets.map { "\($0)" } ?? "",
      ]
    }
    let missing = lent.isEmpty ? "" : " \(lent.count) hồ sơ đang cho mượn."
    return (
      box,
      PaperPrint(
        agencyName: try agencyName, title: "MỤC LỤC HỘP", subtitle: try places.path(of: id).text,
        columns: PaperPrint.boxColumns, rows: rows, closing: "Hộp này có \(rows.count) hồ sơ.\(missing)",
        provenance: provenance)
    )
  }

  /// Sổ mượn hồ sơ of a year.
  func register(_ year: Int) throws -> PaperPrint {
    guard PaperAccess.seesArchive(actor) else { throw PaperAccess.notEntered }
    let store = DossierLoanStore(transaction)
    var rows: [[String]] = []
    var last = 0
    while rows.count < Self.linesMax {
      let found = try store.register(year, after: last, limit: Self.batch, visibleTo: actor)
      let dossiers = try DossierStore(transaction).byID(found.map(\.dossier), visibleTo: actor)
      rows += found.map { Self.cells($0, dossiers[$0.dossier]?.code.text ?? "") }
      last = found.last?.number ?? last
      if found.count < Self.batch { break }
    }
    var print = PaperPrint(
      agencyName: try agencyName, title: "SỔ MƯỢN HỒ SƠ", subtitle: "Năm \(year)", columns: PaperPrint.loanColumns,
      rows: rows, closing: "Sổ này có \(rows.count) phiếu mượn.", provenance: provenance)
    print.isLandscape = true
    return print
  }

  private static func cells(_ loan: DossierLoan, _ code: String) -> [String] {
    let paper = loan.borrowerPaper.isEmpty ? "" : ", \(loan.borrowerPaper)"
    let back = loan.state == .returned ? [loan.ended?.at.day.text ?? "", loan.words].filter { !$0.isEmpty } : []
    let by = [loan.consented, loan.allowed].compactMap { $0?.by }
    return [
      "\(loan.number ?? 0)", loan.documents.isEmpty ? code : "\(code): \(loan.documents)", loan.borrower + paper,
      loan.reason, by.joined(separator: "; "), loan.handedOut?.at.day.text ?? "", loan.untilOn.text,
      back.joined(separator: ", "),
    ]
  }
}
