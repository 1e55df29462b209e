import Database
import Documents
import Kernel
import Markup
import Papers

/// Gathers what the page of one own file shows.
struct DossierFileScreen: Sendable {
  var own: OwnDossierFile
  var reading: DossierReading?
  /// Who looks may report a secrecy mark.
  var mayReport = false

  static func read(
    _ item: DossierItem.ID, in dossier: Dossier.ID, by actor: Actor, _ transaction: any Transaction
  ) throws -> DossierFileScreen {
    let own = try OwnDossierFile.find(item, in: dossier, visibleTo: actor, transaction)
    return DossierFileScreen(
      own: own, reading: try DossierReadingStore(transaction).standing(of: [item])[item],
      mayReport: QuarantineAccess.mayReport(own.dossier.agency, actor))
  }

  private var readingText: String? {
    guard let reading else { return nil }
    switch reading.state {
    case .waiting, .unreadable: return reading.words
    case .read: return own.item.isKeptBack ? "đã đọc; giữ riêng nên không tìm được" : "đã đọc, tìm được theo nội dung"
    case .empty: return reading.trouble.map { "không đọc: \($0)" } ?? "không có chữ để đọc"
    }
  }

  private func report(_ seal: FormSeal) -> HTML {
    guard mayReport else { return .empty }
    return Dialog(
      id: "hop-dau-mat", title: "Tài liệu này có dấu mật?",
      content: """
        <p>Tài liệu bị niêm giữ ngay: không ai xem, tìm hay tải được. Chánh văn phòng hoặc lãnh đạo xác nhận, rồi văn thư \
        xóa; không phải dấu mật thì tài liệu trở lại như cũ.</p>
        \(ActForm(
          action: SecrecyPaths.act(.report, on: DossierPaths.item(own.dossier.id, own.item.id)), seal: seal,
          button: Button("Báo có dấu mật", style: .grave)).html)
        """
    ).html(opener: "Có dấu mật", style: .quiet)
  }

  func page(_ shown: DossierFilePage.Shown, seal: FormSeal) -> DossierFilePage {
    let (dossier, item, file) = (own.dossier, own.item, own.file)
    return DossierFilePage(
      title: file.title, dossierName: dossier.name, contentsPath: DossierPaths.contents(dossier.id),
      fileName: file.name, kind: "\(file.kind.label), \(ByteText.text(file.bytes))", day: item.datedOn.text,
      added: "\(item.addedBy), \(item.addedAt.text)", downloadPath: DossierPaths.item(dossier.id, item.id),
      shown: shown,
      reading: readingText, report: report(seal))
  }

  func images(_ count: Int) -> [PageViewer.Image] {
    (1...max(1, count)).map {
      .init(page: $0, path: DossierPaths.viewing(own.dossier.id, own.item.id, "trang/\($0)"))
    }
  }
}
